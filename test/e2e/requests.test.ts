import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { analyzeSession } from '../../src/analysis/analyze-session.ts';
import { openPanel } from '../../src/cli/browser/open-panel.ts';
import { poll } from '../../src/cli/browser/poll.ts';
import { readStore } from '../../src/cli/browser/read-store.ts';
import type { ResourceRecord } from '../../src/model/resources.ts';
import { KINDS, REMEMBERED_IMAGES, REVALIDATED_FILES } from '../pages/requests/page.ts';
import { type RequestsServer, startRequestsServer } from '../pages/requests/server.ts';
import { launchExtension, type TestBrowser } from './support/extension.ts';
import { recordNetwork, type WireRequest } from './support/network-log.ts';

let own: RequestsServer;
let other: RequestsServer;
let chromium: TestBrowser;
let wire: readonly WireRequest[];
let resources: readonly ResourceRecord[];

/** A page of 500 requests, loaded in the real browser with the real panel open, and what analysis says of it. */
beforeAll(async () => {
  [own, other, chromium] = await Promise.all([startRequestsServer(), startRequestsServer(), launchExtension()]);
  const page = await chromium.browser.newPage();
  await openPanel(page);
  await page.goto(own.before);
  const readNetwork = await recordNetwork(page);
  await page.goto(own.page(other.url));
  await page.waitForFunction(() => document.body.dataset.done === 'true', { timeout: 30_000 });
  resources = await settledResources(page);
  // What ended last is told last, so it is read after the store has settled.
  wire = readNetwork();
});
afterAll(async () => {
  await chromium?.close();
  await Promise.all([own?.close(), other?.close()]);
});

/** Readings that are alike, and their distance: longer than the collector holds anything back (see `settled` of the command line). */
const ALIKE = 3;
const EVERY_MS = 850;

/** The page's resources once the network log's last requests, and all that the page told, are in the store. */
async function settledResources(page: Page): Promise<readonly ResourceRecord[]> {
  const timeOrigin = await page.evaluate(() => performance.timeOrigin);
  let before = '';
  let alike = 0;
  const settled = async () => {
    const stored = (await readStore(chromium.extensionPage)).filter(({ pageLoad }) => pageLoad.frameId === 0);
    const own = stored.find(({ pageLoad }) => Math.abs(pageLoad.timeOrigin - timeOrigin) < 1);
    const now = `${own?.entries.length} ${own?.requests.length}`;
    alike = now === before ? alike + 1 : 1;
    before = now;
    if (!own || alike < ALIKE || !own.requests.some(({ finished }) => !finished)) return null;
    return analyzeSession([own], Date.now())[0]?.analysis.resources ?? null;
  };
  return poll(settled, {
    every: EVERY_MS,
    timeout: 15_000,
    onTimeout: () => new Error(`The store did not settle: ${before} entries and requests.`),
  });
}

describe('a page of requests of every kind, with DevTools open', () => {
  test('makes 500 requests', () => {
    expect(wire.length).toBeGreaterThanOrEqual(500);
  });

  test('has each of them in its analysis once, with the status and bytes of the wire', () => {
    expect(sorted(resources.filter((resource) => !isWorkerScript(resource)).map(reported))).toEqual(
      sorted(wire.map(expected)),
    );
  });

  test("has the service worker's script, which the page's own protocol session does not see", () => {
    expect(resources.filter(isWorkerScript).map(reported)).toEqual([
      { request: `GET ${own.url}/worker.js`, delivery: 'network', status: null, bytes: null },
    ]);
  });

  test('knows how each was delivered, and what became of those without an answer', () => {
    const count = (matches: (resource: ResourceRecord) => boolean) => resources.filter(matches).length;
    expect(count(({ delivery }) => delivery === 'revalidated')).toBe(KINDS.revalidated - REVALIDATED_FILES);
    expect(count(({ delivery }) => delivery === 'service-worker')).toBe(KINDS.worked);
    expect(count(({ failure }) => failure?.aborted === true)).toBe(KINDS.aborted);
    expect(count(({ failure }) => failure?.text === 'net::ERR_EMPTY_RESPONSE')).toBe(KINDS.failed);
    expect(count(({ cache, url }) => cache === 'disk' && url.startsWith('http'))).toBeGreaterThan(0);
    expect(count(({ cache, url }) => cache === 'memory' && url.startsWith('http'))).toBe(REMEMBERED_IMAGES);
  });

  test('knows the sizes that other origins hide from the page', () => {
    const hidden = resources.filter(({ opaque }) => opaque);
    expect(hidden).toHaveLength(KINDS.opaque);
    expect(hidden.filter(({ transferSize }) => transferSize.source !== 'har')).toEqual([]);
  });

  test('has every hop of a chain on record, and the chain at its end', () => {
    const ends = resources.filter(({ redirects }) => redirects !== null && redirects.length > 0);
    const hops = resources.filter(({ redirectedTo }) => redirectedTo !== null);
    const chainEnds = ends.filter(({ redirectedTo }) => redirectedTo === null);
    expect(chainEnds).toHaveLength(KINDS.redirected + 1);
    expect(chainEnds.reduce((sum, { redirects }) => sum + (redirects?.length ?? 0), 0)).toBe(hops.length);
    expect(new Set(chainEnds.map(({ seenBy }) => seenBy))).toEqual(new Set(['both']));
  });
});

function isWorkerScript({ url }: ResourceRecord): boolean {
  return url === `${own.url}/worker.js`;
}

interface Row {
  readonly request: string;
  readonly delivery: string;
  readonly status: number | null;
  readonly bytes: number | null;
}

function reported({ method, url, status, transferSize, delivery }: ResourceRecord): Row {
  // What a worker answered, and what got no answer, is to the protocol no other delivery.
  const shown = delivery === 'service-worker' || delivery === 'unknown' ? 'network' : delivery;
  return { request: `${method} ${url}`, delivery: shown, status, bytes: transferSize.value };
}

function expected({ method, url, wireStatus, totalBytes, delivery }: WireRequest): Row {
  const shown = url.startsWith('http') ? delivery : 'cache';
  return { request: `${method} ${url}`, delivery: shown, status: wireStatus, bytes: totalBytes };
}

function sorted(rows: readonly Row[]): readonly string[] {
  return rows.map((row) => `${row.request} ${row.delivery} ${row.status} ${row.bytes}`).toSorted();
}
