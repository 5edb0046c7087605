import type { Page } from 'puppeteer';
import { beforeAll, describe, expect, it } from 'vitest';
import { analyzeSession } from '../../src/analysis/analyze-session.ts';
import { poll } from '../../src/cli/browser/poll.ts';
import { readStore } from '../../src/cli/browser/read-store.ts';
import type { PageSnapshot } from '../../src/model/snapshot.ts';
import { startCollectorPages } from '../pages/collector-pages.ts';
import { besidePages } from './support/beside-pages.ts';
import { killServiceWorker } from './support/extension.ts';
import { entriesOf, storedLoad } from './support/stored-loads.ts';
import { askForCensus, injectCollector } from './support/tab-requests.ts';

const suite = besidePages(startCollectorPages);
/** A page that is looked at for 11 s: in a window of its own, so that it is in sight while the other tests go on. */
let surroundings: Page;

beforeAll(async () => {
  const { browser } = suite.chromium;
  surroundings = await browser.newPage({ type: 'window' });
  await surroundings.goto(`${suite.pages.url}/surroundings`);
  // What comes next is opened beside this one.
  await browser.newPage({ type: 'window' });
});

/** Opens a fixture page in a tab of its own, and closes it when the work is done. */
async function onPage<T>(path: string, work: (page: Page, url: string) => Promise<T>): Promise<T> {
  const page = await suite.chromium.browser.newPage();
  const url = suite.pages.url + path;
  try {
    await page.goto(url);
    return await work(page, url);
  } finally {
    await page.close();
  }
}

/** The first page load of `url` that `holds`, as stored. */
function stored(url: string, what: string, holds?: (snapshot: PageSnapshot) => boolean): Promise<PageSnapshot> {
  return storedLoad(suite.chromium.extensionPage, url, what, holds);
}

const iframeRequests = (snapshot: PageSnapshot) =>
  entriesOf(snapshot, 'resource').filter(({ initiatorType }) => initiatorType === 'iframe');
const holdsDocument = (snapshot: PageSnapshot) =>
  entriesOf(snapshot, 'navigation').length > 0 && entriesOf(snapshot, 'resource').length > 0;

describe('frames', () => {
  it('have a page load of their own that belongs to the one on top, also after the worker slept', async () => {
    await onPage('/frames', async (page, url) => {
      const top = await stored(url, 'anything');
      expect(top.pageLoad).toMatchObject({ frameId: 0, topPageLoadId: top.pageLoad.pageLoadId });
      const fetched = ({ entries }: PageSnapshot) => entries.some(({ name }) => name.endsWith('/tiny/in-frame'));
      const first = await stored(`${suite.pages.url}/frame?first`, 'its resource', fetched);
      expect(first.pageLoad.topPageLoadId).toBe(top.pageLoad.pageLoadId);
      expect(first.pageLoad.frameId).toBeGreaterThan(0);
      expect(fetched(await stored(url, 'anything'))).toBe(false);

      await killServiceWorker(suite.chromium);
      await page.click('button');
      const late = await stored(`${suite.pages.url}/frame?late`, 'its resource', fetched);
      expect(late.pageLoad.topPageLoadId).toBe(top.pageLoad.pageLoadId);

      const whole = await stored(url, 'both iframes', (found) => iframeRequests(found).length === 2);
      const frames = [
        await stored(first.pageLoad.url, 'its document', holdsDocument),
        await stored(late.pageLoad.url, 'its document', holdsDocument),
      ];
      const [analyzed] = analyzeSession([whole, ...frames], Date.now());
      const rows = analyzed?.analysis.resources.map((row) => [
        row.url.replace(suite.pages.url, ''),
        row.frame ?? 'page',
      ]);
      const inFrame = (document: string) => [
        [document, suite.pages.url + document],
        ['/tiny/in-frame', suite.pages.url + document],
      ];
      expect(rows).toEqual([['/frames', 'page'], ...inFrame('/frame?first'), ...inFrame('/frame?late')]);
      const [, , before = Number.NaN, start = Number.NaN] =
        analyzed?.analysis.resources.map(({ startTime }) => startTime) ?? [];
      // On the page's clock: not before the first frame's request, nor after the page had the answer to its own request for the frame.
      expect(start).toBeGreaterThan(before);
      expect(start).toBeLessThan(iframeRequests(whole)[1]?.responseEnd ?? Number.NaN);
    });
  });
});

describe('a document', () => {
  it('has one collector, which goes on when the script is injected again', async () => {
    await onPage('/restored', async (page) => {
      const url = `${suite.pages.url}/restored?again`;
      await page.goto(url);
      const { pageLoad } = await stored(url, 'its first entries', ({ entries }) => entries.length > 0);
      for (let i = 0; i < 3; i++) await injectCollector(page, suite.chromium.extensionPage);
      await stored(url, 'FCP', (snapshot) => snapshot.pageLoad.vitals.some(({ name }) => name === 'FCP'));
      await page.evaluate(() => {
        performance.mark('after');
        document.body.prepend(Object.assign(document.createElement('div'), { style: 'height: 300px' }));
      });
      const { entries } = await stored(url, 'a mark and a shift', (snapshot) => {
        const shifts = snapshot.pageLoad.vitals.some(({ name, value }) => name === 'CLS' && value > 0);
        return shifts && entriesOf(snapshot, 'mark').length > 0;
      });
      expect(entries.filter(({ name }) => name === 'after')).toHaveLength(1);
      const loads = (await readStore(suite.chromium.extensionPage)).filter((snapshot) => snapshot.pageLoad.url === url);
      expect(loads.map((snapshot) => snapshot.pageLoad.pageLoadId)).toEqual([pageLoad.pageLoadId]);
    });
  });
});

describe('a page that is frozen', () => {
  it('has handed over all it made with its final record, and goes on when it is resumed', async () => {
    await onPage('/frozen', async (page, url) => {
      const session = await page.createCDPSession();
      await page.evaluate(() => void performance.mark('before'));
      await session.send('Page.setWebLifecycleState', { state: 'frozen' });
      const frozen = await stored(url, 'its final record', ({ pageLoad }) => pageLoad.ledger.complete);
      expect(frozen.pageLoad).toMatchObject({ state: 'ended', ledger: { made: frozen.entries.length } });
      expect(entriesOf(frozen, 'mark').map(({ name }) => name)).toEqual(['before']);
      await session.send('Page.setWebLifecycleState', { state: 'active' });
      await page.evaluate(() => void performance.mark('after'));
      const resumed = await stored(url, 'both marks', (snapshot) => entriesOf(snapshot, 'mark').length === 2);
      expect(resumed.pageLoad.state).toBe('open');
      expect(entriesOf(resumed, 'lifecycle').map(({ name }) => name)).toEqual(
        expect.arrayContaining(['freeze', 'resume']),
      );
    });
  });
});

describe('a view', () => {
  it('is opened by a restore from bfcache, with vitals of its own', async () => {
    await onPage('/restored', async (page, url) => {
      await stored(url, 'FCP', ({ pageLoad }) => pageLoad.vitals.some(({ name }) => name === 'FCP'));
      await page.goto(`${suite.pages.url}/away`);
      await page.goBack();
      const { pageLoad } = await stored(url, 'vitals of a restored view', (snapshot) => {
        const view = snapshot.pageLoad.views.find(({ kind }) => kind === 'bfcache');
        const names = snapshot.pageLoad.vitals.filter(({ viewId }) => viewId === view?.viewId).map(({ name }) => name);
        return ['FCP', 'LCP', 'TTFB'].every((name) => names.some((found) => found === name));
      });
      expect(pageLoad.views.map(({ kind }) => kind)).toEqual(['load', 'bfcache']);
      const load = pageLoad.vitals.find(({ name, viewId }) => name === 'FCP' && viewId === 'load');
      const restored = pageLoad.vitals.find(({ name, viewId }) => name === 'FCP' && viewId !== 'load');
      expect(restored?.id).not.toBe(load?.id);
      // Vitals go ahead of entries, which wait for the new connection.
      await stored(url, 'its way there and back', (snapshot) => {
        const names = entriesOf(snapshot, 'lifecycle').map(({ name }) => name);
        return names.includes('pagehide') && names.lastIndexOf('pageshow') > names.indexOf('pagehide');
      });
    });
  });

  it('is opened by a soft navigation, with vitals of its own', async () => {
    await onPage('/routes', async (page, url) => {
      await page.click('button');
      const { pageLoad } = await stored(url, 'LCP of a soft navigation', (snapshot) => {
        const view = snapshot.pageLoad.views.find(({ kind }) => kind === 'soft-navigation');
        return snapshot.pageLoad.vitals.some(({ name, viewId }) => name === 'LCP' && viewId === view?.viewId);
      });
      expect(pageLoad.views.map(({ kind }) => kind)).toEqual(['load', 'soft-navigation']);
      expect(pageLoad.views[1]?.url).toBe(`${suite.pages.url}/route-two`);
    });
  });

  it('is of kind prerender in a page that was prerendered; one that is never shown is no page load', async () => {
    const url = `${suite.pages.url}/prerendered`;
    await onPage('/prerenders', async (page) => {
      await poll(async () => (suite.pages.asked('/prerendered') > 0 && suite.pages.asked('/never-shown') > 0) || null, {
        every: 50,
        timeout: 20_000,
        onTimeout: () => new Error('The browser prerendered nothing.'),
      });
      expect((await readStore(suite.chromium.extensionPage)).filter(({ pageLoad }) => pageLoad.url === url)).toEqual(
        [],
      );
      // Puppeteer loses sight of a navigation in which the prerendered page takes the place of this one; the store does not.
      await page.evaluate(() => void setTimeout(() => document.querySelector('a')?.click()));
      const activated = await stored(url, 'its navigation', (snapshot) => entriesOf(snapshot, 'navigation').length > 0);
      const activationStart = entriesOf(activated, 'navigation')[0]?.activationStart ?? 0;
      expect(activationStart).toBeGreaterThan(0);
      expect(activated.pageLoad.views).toMatchObject([{ kind: 'prerender', startTime: activationStart }]);
      expect(entriesOf(activated, 'lifecycle')[0]).toMatchObject({
        name: 'prerender-activated',
        startTime: activationStart,
      });
    });
    const urls = (await readStore(suite.chromium.extensionPage)).map(({ pageLoad }) => pageLoad.url);
    expect(urls.filter((known) => known === url)).toHaveLength(1);
    expect(urls).not.toContain(`${suite.pages.url}/never-shown`);
  });
});

describe('observations', () => {
  it('name each resource that failed to load, and none that the page made up', async () => {
    await onPage('/broken', async (_, url) => {
      const snapshot = await stored(
        url,
        'two failed resources',
        (found) => entriesOf(found, 'failed-resource').length >= 2,
      );
      const failed = entriesOf(snapshot, 'failed-resource');
      expect(failed.toSorted((a, b) => a.initiatorType.localeCompare(b.initiatorType))).toMatchObject([
        { name: `${suite.pages.url}/gone.png`, initiatorType: 'img', element: '#gallery>img.gone' },
        { name: `${suite.pages.url}/gone.js`, initiatorType: 'script' },
      ]);
    });
  });

  it('count the images after load, and once more when a page of ours asks for it', async () => {
    await onPage('/images', async (page, url) => {
      const images = (snapshot: PageSnapshot) => entriesOf(snapshot, 'image');
      const first = images(await stored(url, 'five images', (snapshot) => images(snapshot).length === 5));
      expect(await page.evaluate(() => window.innerHeight)).toBeLessThan(3000);
      expect(first.map(({ element }) => element)).toEqual(['#hero', '#unsized', '#below', '#ratio', '#fixed']);
      expect(new Set(first.map(({ startTime }) => startTime)).size).toBe(1);
      const [hero, unsized, below, ratio, fixed] = first;
      expect(hero).toMatchObject({
        name: `${suite.pages.url}/image?w=800&h=600`,
        naturalWidth: 800,
        naturalHeight: 600,
        width: 400,
        height: 300,
        loading: expect.stringMatching(/^(auto|eager)$/), // Chromium 156 says auto
        fetchPriority: 'high',
        inViewport: true,
        sized: true,
      });
      expect(unsized).toMatchObject({ width: 120, height: 80, inViewport: true, sized: false });
      expect(below).toMatchObject({ loading: 'lazy', naturalWidth: 0, inViewport: false, sized: true });
      expect(ratio).toMatchObject({ width: 100, height: 50, sized: true });
      expect(fixed).toMatchObject({ width: 60, height: 50, sized: true });

      await page.evaluate(() => scrollTo(0, 3000));
      await page.waitForFunction(() => (document.querySelector('#below') as HTMLImageElement).naturalWidth > 0);
      await askForCensus(page, suite.chromium.extensionPage);
      const again = images(await stored(url, 'ten images', (snapshot) => images(snapshot).length === 10)).slice(5);
      const flags = (list: typeof first) => list.map(({ element, inViewport }) => [element, inViewport]);
      expect(flags(again)).toEqual(flags(first));
      expect(again[2]).toMatchObject({ element: '#below', naturalWidth: 90, naturalHeight: 70 });
    });
  });

  it('hold the links of the head, and the scripts there that block the parser', async () => {
    await onPage('/head', async (_, url) => {
      const snapshot = await stored(url, 'links', (found) => entriesOf(found, 'link').length > 0);
      const links = entriesOf(snapshot, 'link').map(({ rel, name }) => [rel, name.replace(suite.pages.url, '')]);
      expect(links).toEqual([
        ['preconnect', 'https://cdn.example/'],
        ['dns-prefetch', 'https://stats.example/'],
        ['preload', '/image?w=5&h=5'],
        ['modulepreload', '/tiny/module.js'],
        ['stylesheet', '/tiny/print.css'],
        ['script', '/tiny/blocking.js'],
      ]);
      const [preconnect, , preload, , print] = entriesOf(snapshot, 'link');
      expect(preconnect).toMatchObject({ crossOrigin: 'anonymous' });
      expect(preload).toMatchObject({ as: 'image', fetchPriority: 'high' });
      expect(print).toMatchObject({ media: 'print' });
    });
  });

  it('tell of the device, the connection and the life of the document, and sample the heap every 5 s', async () => {
    const page = surroundings;
    const url = page.url();
    const expected = await page.evaluate(() => ({
      hardwareConcurrency: navigator.hardwareConcurrency,
      viewportWidth: innerWidth,
      viewportHeight: innerHeight,
      devicePixelRatio,
    }));
    const early = await stored(url, 'a device', (snapshot) => entriesOf(snapshot, 'device').length > 0);
    expect(entriesOf(early, 'device')).toMatchObject([expected]);
    const [connection] = entriesOf(early, 'connection');
    expect(connection).toMatchObject({ effectiveType: expect.any(String), saveData: false });
    expect(connection?.downlink).toBeGreaterThan(0);

    await page.waitForFunction((ms) => performance.now() > ms, { polling: 500 }, 11_000);
    await page.goto(`${suite.pages.url}/away-from-surroundings`);
    const late = await stored(url, 'its last record', ({ pageLoad }) => pageLoad.state === 'ended');
    const samples = entriesOf(late, 'heap');
    expect(samples.length).toBeGreaterThan(1);
    for (const [i, sample] of samples.entries()) {
      expect(sample.usedJSHeapSize).toBeGreaterThan(0);
      expect(sample.usedJSHeapSize).toBeLessThanOrEqual(sample.totalJSHeapSize);
      expect(sample.startTime - (samples[i - 1]?.startTime ?? -5000)).toBeGreaterThan(4900);
    }
    expect(entriesOf(late, 'lifecycle').map(({ name }) => name)).toContain('pagehide');
    const dropped = { browser: 0, caps: 0, exit: 0 };
    expect(late.pageLoad.ledger).toMatchObject({ complete: true, made: late.entries.length, dropped });
    await page.close();
  });
});
