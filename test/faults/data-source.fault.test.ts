// Rows 40 to 42, 44, 45, 47 and 52 of the fault catalogue. Row 43 is Firefox's. Row 55
// (fingerprinting) is in test/e2e/undetectable.test.ts.
import type { Page } from 'puppeteer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { poll } from '../../src/cli/browser/poll.ts';
import { readStore } from '../../src/cli/browser/read-store.ts';
import type { PageSnapshot } from '../../src/model/snapshot.ts';
import { launchExtension, type TestBrowser } from '../e2e/support/extension.ts';
import { recordedLoad } from '../e2e/support/recorded-load.ts';
import { entriesOf, storedLoad } from '../e2e/support/stored-loads.ts';
import { type FixtureServer, startFixtures } from '../pages/fixture-server.ts';
import { expectAllStored, printFigures, printRow } from './support/row.ts';

let fixtures: FixtureServer;
let other: FixtureServer;
let chromium: TestBrowser;

beforeAll(async () => {
  [fixtures, other] = await Promise.all([startFixtures(), startFixtures()]);
  chromium = await launchExtension();
});
afterAll(async () => {
  await chromium?.close();
  await Promise.all([fixtures?.close(), other?.close()]);
});

/** A page without requests of its own, told from others by its query. */
async function quietPage(name: string): Promise<Page> {
  const page = await chromium.browser.newPage();
  await page.goto(`${fixtures.url}/resources?n=0&${name}`);
  return page;
}

/** Has the page fetch `n` files, each under its own URL. */
function fetchFiles(page: Page, n: number): Promise<void> {
  return page.evaluate(async (count) => {
    for (let i = 0; i < count; i += 20) {
      const some = Array.from({ length: Math.min(20, count - i) }, async (_, k) =>
        (await fetch(`/tiny/${i + k}`)).text(),
      );
      await Promise.all(some);
    }
  }, n);
}

/** What is stored of the files that a page fetched, against how many it made and its ledger. */
function tallyFiles({ pageLoad: { ledger }, entries }: PageSnapshot, made: number) {
  const urls = entries.map(({ name }) => name).filter((name) => name.includes('/tiny/'));
  const stored = new Set(urls).size;
  const declared = ledger.dropped.caps + (ledger.dropped.exit ?? 0) + ledger.rejected;
  const unaccounted = ledger.made - ledger.stored - declared;
  return { made, stored, declared, duplicates: urls.length - stored, unaccounted };
}

/** The page load of a URL, when it holds so many files and its ledger has no gap. */
function whole(url: string, files: number): Promise<PageSnapshot> {
  return storedLoad(chromium.extensionPage, url, `${files} files`, (found) => {
    return tallyFiles(found, files).stored === files && found.pageLoad.ledger.made === found.entries.length;
  });
}

test('rows 40 and 42: a late start says how much the browser lost, an early one loses nothing and says so', async () => {
  const FILES = 1021;
  await record('listed');
  const late = await quietPage('late');
  await fetchFiles(late, FILES);
  await record('all');
  const snapshot = await storedLoad(chromium.extensionPage, late.url(), 'a loss', ({ pageLoad }) => {
    return (pageLoad.ledger.dropped.browser ?? 0) > 0 && pageLoad.next > 250;
  });
  const found = tallyFiles(snapshot, FILES);
  const lost = snapshot.pageLoad.ledger.dropped.browser ?? 0;
  printRow(40, found, `lost by the browser before, as declared ${lost}`);
  expect(found.stored + lost).toBe(FILES);
  expect(found.duplicates).toBe(0);

  const early = await quietPage('early');
  await fetchFiles(early, FILES);
  const all = await whole(early.url(), FILES);
  const { dropped } = all.pageLoad.ledger;
  printRow(42, tallyFiles(all, FILES), `lost by the browser before, as declared ${dropped.browser}`);
  expectAllStored(tallyFiles(all, FILES));
  expect(dropped.browser).toBe(0);
  await Promise.all([late.close(), early.close()]);
});

/** Records everywhere, or nowhere. */
async function record(mode: 'all' | 'listed'): Promise<void> {
  await chromium.extensionPage.evaluate(async (chosen) => {
    const { storage } = (globalThis as unknown as { chrome: ChromeStorage }).chrome;
    await storage.local.set({ 'settings/record': chosen });
  }, mode);
}

/** What a page may do to its own world, to keep us from seeing. */
const TAMPERING: Readonly<Record<string, string>> = {
  'clears its resource timings': 'setInterval(() => performance.clearResourceTimings(), 1)',
  'shrinks its buffer': 'performance.setResourceTimingBufferSize(0)',
  'breaks PerformanceObserver':
    'PerformanceObserver.prototype.observe = PerformanceObserver.prototype.takeRecords = () => { throw 1 }; PerformanceObserver = null',
  'breaks its entries':
    'for (const name of ["name", "startTime", "toJSON"]) Object.defineProperty(PerformanceEntry.prototype, name, { get() { throw 1 } })',
  'breaks what scripts lean on':
    'JSON.stringify = setTimeout = requestIdleCallback = queueMicrotask = () => { throw 1 }; Array.prototype.map = Array.prototype.push = null',
  'stops events':
    'for (const type of ["pagehide", "visibilitychange", "freeze"]) for (const on of [window, document]) on.addEventListener(type, (event) => event.stopImmediatePropagation(), true)',
};

test('rows 41 and 52: a page that tampers with its own world hides nothing', async () => {
  const FILES = 300;
  for (const [what, script] of Object.entries(TAMPERING)) {
    const page = await quietPage(encodeURIComponent(what));
    const url = page.url();
    await page.evaluate(`${script}; undefined`);
    await fetchFiles(page, FILES);
    await page.goto(`${fixtures.url}/resources?n=0&elsewhere`);
    const snapshot = await whole(url, FILES);
    const result = tallyFiles(snapshot, FILES);
    printRow('41, 52', result, `a page that ${what}`);
    expectAllStored(result);
    await page.close();
  }
});

test('row 44: sizes of other origins that do not tell are unknown, never 0', async () => {
  const page = await quietPage('opaque');
  await page.evaluate(async (origin) => {
    for (let i = 0; i < 10; i++) {
      await (await fetch(`${origin}/for-all/${i}`)).text();
      await (await fetch(`${origin}/tiny/${i}`, { mode: 'no-cors' })).text();
    }
  }, other.url);
  const load = await recordedLoad(page, chromium.extensionPage);
  const sizes = (kind: string) => load.resources.filter(({ url }) => url.startsWith(`${other.url}/${kind}/`));
  const known = sizes('for-all').filter(({ transferSize }) => (transferSize.value ?? 0) > 0);
  const unknown = sizes('tiny').filter((resource) => {
    const all = [resource.transferSize, resource.encodedBodySize, resource.decodedBodySize];
    return all.every(({ value, source }) => value === null && source === 'unknown');
  });
  printFigures(44, `made 20, sizes known ${known.length}, sizes unknown ${unknown.length}`);
  expect(known).toHaveLength(10);
  expect(unknown).toHaveLength(10);
  await page.close();
});

test('row 45: the store has as many entries of unread bodies as the page itself can see', async () => {
  const page = await quietPage('unread');
  await page.evaluate(async () => {
    performance.setResourceTimingBufferSize(1000);
    for (let i = 0; i < 300; i++) await fetch(`/tiny/unread-${i}`);
  });
  await fetchFiles(page, 10);
  const inPage = () =>
    page.evaluate(() => performance.getEntriesByType('resource').filter(({ name }) => name.includes('/tiny/')).length);
  // A body that nobody reads makes its entry when the garbage is collected, so the two are compared at one moment.
  const snapshot = await poll(
    async () => {
      const found = (await readStore(chromium.extensionPage)).find(({ pageLoad }) => pageLoad.url === page.url());
      return found && tallyFiles(found, 0).stored === (await inPage()) ? found : null;
    },
    { every: 100, timeout: 20_000, onTimeout: () => new Error('The store does not hold what the page can see.') },
  );
  const result = tallyFiles(snapshot, await inPage());
  printRow(45, result, 'requests 310');
  expectAllStored(result);
  await page.close();
});

test('row 47: names of a megabyte are cut, told apart, and counted', async () => {
  const MARKS = 1000;
  const TOGETHER = 100; // as many as a small machine holds
  const page = await quietPage('giant');
  const stored = (n: number) =>
    storedLoad(chromium.extensionPage, page.url(), `${n} marks`, (found) => entriesOf(found, 'mark').length >= n);
  for (let from = 0; from < MARKS; from += TOGETHER) {
    await page.evaluate(
      (first, n) => {
        for (let i = first; i < first + n; i++) performance.mark(`${'x'.repeat(2 ** 20)}${i}`);
        performance.clearMarks();
      },
      from,
      TOGETHER,
    );
    await stored(from + TOGETHER);
  }
  const marks = entriesOf(await stored(MARKS), 'mark');
  const names = new Set(marks.map(({ name }) => name)).size;
  const largest = Math.max(...marks.map((mark) => JSON.stringify(mark).length));
  printFigures(47, `made ${MARKS}, stored ${marks.length}, names ${names}, largest entry ${largest} bytes`);
  expect(marks).toHaveLength(MARKS);
  expect(names).toBe(MARKS);
  expect(largest).toBeLessThanOrEqual(4096);
  await page.close();
});

/** The part of `chrome` that is used here. */
interface ChromeStorage {
  readonly storage: { readonly local: { set(items: object): Promise<void> } };
}
