import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MAIN_SCRIPT_PATH } from '../../pages/demo/assets.ts';
import { DEMO_FAULTS, TIMING_ALLOWED_PATH } from '../../pages/demo/faults.ts';
import { mainScript } from '../../pages/demo/generate/main-script.ts';
import { type Demo, startDemo } from '../../pages/demo/server.ts';

const KB = 1000;
let demo: Demo;

beforeAll(async () => {
  demo = await startDemo();
});
afterAll(() => demo.close());

/** Bytes of the body as sent: fetch would decompress it, so the length header has the word. */
async function sentBytes(path: string): Promise<number> {
  const response = await fetch(demo.url + path, { headers: { 'accept-encoding': 'gzip' } });
  await response.arrayBuffer();
  return Number(response.headers.get('content-length'));
}

describe('the demo shop', () => {
  test('serves each of its pages', async () => {
    const pages = await Promise.all(demo.pages.map((url) => fetch(url)));
    expect(pages.map((page) => page.status)).toEqual([200, 200, 200]);
    expect(await pages[0]?.text()).toContain('<title>Leaf &amp; Kettle');
  });

  test('serves the client-side route after a reload', async () => {
    expect((await fetch(`${demo.url}/product/copper-kettle/reviews`)).status).toBe(200);
  });

  test('has the file of each fault, but the one that is missing on purpose', async () => {
    for (const { culprit, insights } of DEMO_FAULTS) {
      if (culprit.kind === 'element') continue;
      const origin = 'otherOrigin' in culprit ? demo.otherUrl : demo.url;
      const { status } = await fetch(origin + culprit.path);
      expect([culprit.path, status]).toEqual([culprit.path, insights.includes('failed-requests') ? 404 : 200]);
    }
  });

  test('has a hero image over 1.5 MB and a main script between the limits for files', async () => {
    expect(await sentBytes('/images/hero.png')).toBeGreaterThan(1500 * KB);
    const script = await sentBytes(MAIN_SCRIPT_PATH);
    expect(script).toBeGreaterThan(590 * KB);
    expect(script).toBeLessThan(630 * KB);
  });

  test('names the main script after its text, which is the same on every machine', () => {
    const hash = createHash('sha256').update(mainScript()).digest('hex');
    expect(MAIN_SCRIPT_PATH).toBe(`/assets/main-${hash.slice(0, 8)}.js`);
  });

  test('compresses all text but the delivery zones', async () => {
    const encoding = async (path: string) => (await fetch(demo.url + path)).headers.get('content-encoding');
    expect(await encoding('/')).toBe('gzip');
    expect(await encoding('/assets/site.css')).toBe('gzip');
    expect(await encoding('/data/delivery-zones.json')).toBeNull();
    expect(await sentBytes('/data/delivery-zones.json')).toBeGreaterThan(150 * KB);
  });

  test('lets everything be kept but the style sheet', async () => {
    const caching = async (path: string) => (await fetch(demo.url + path)).headers.get('cache-control');
    expect(await caching('/assets/site.css')).toBe('no-store');
    expect(await caching('/assets/shop.js')).toContain('max-age=31536000');
    const first = await fetch(demo.url);
    const again = await fetch(demo.url, { headers: { 'if-none-match': first.headers.get('etag') ?? '' } });
    expect(again.status).toBe(304);
  });

  test('allows the timing of one file of the second origin', async () => {
    const allowed = await fetch(demo.otherUrl + TIMING_ALLOWED_PATH);
    expect(allowed.headers.get('timing-allow-origin')).toBe('*');
    const silent = await fetch(`${demo.otherUrl}/badges/secure-payment.svg`);
    expect(silent.headers.get('timing-allow-origin')).toBeNull();
  });
});
