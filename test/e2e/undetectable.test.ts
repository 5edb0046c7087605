import { readdir } from 'node:fs/promises';
import type { BrowserContext, Page } from 'puppeteer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CollectorPages, startCollectorPages } from '../pages/collector-pages.ts';
import { DIST, launchExtension, type TestBrowser } from './support/extension.ts';
import { entriesOf, storedLoad } from './support/stored-loads.ts';

/** A page with something of everything: images, links, a failed resource, a frame, a script. */
const PATH = '/everything';

let pages: CollectorPages;
let chromium: TestBrowser;
let withoutExtension: BrowserContext;

beforeAll(async () => {
  pages = await startCollectorPages();
  chromium = await launchExtension();
  // An extension is not in private windows unless the user puts it there.
  withoutExtension = await chromium.browser.createBrowserContext();
});
afterAll(async () => {
  await withoutExtension?.close();
  await chromium?.close();
  await pages?.close();
});

/** Everything that a page could notice, and what the browser saw it say and ask for. */
async function signsIn(page: Page, recorded: () => Promise<unknown>) {
  const said: string[] = [];
  const requested: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  page.on('pageerror', (error) => said.push(String(error)));
  page.on('request', (request) => requested.push(request.url()));
  await page.goto(pages.url + PATH, { waitUntil: 'load' });
  await recorded();
  const inPage = await page.evaluate(async () => ({
    globals: Reflect.ownKeys(globalThis).map(String).sort(),
    natives: [PerformanceObserver, addEventListener, dispatchEvent, fetch, history.pushState, console.error].map(
      String,
    ),
    attributes: document.documentElement.getAttributeNames(),
    dom: document.documentElement.outerHTML,
    styleSheets: document.styleSheets.length + document.adoptedStyleSheets.length,
    mutations: (globalThis as unknown as { mutations: number }).mutations,
    messages: (globalThis as unknown as { messages: number }).messages,
    entries: [...new Set(performance.getEntries().map(({ entryType, name }) => `${entryType} ${name}`))]
      // How busy the machine was.
      .filter((entry) => !entry.startsWith('long'))
      .sort(),
    storage: [localStorage.length, sessionStorage.length, document.cookie],
    databases: await indexedDB.databases(),
    caches: await caches.keys(),
  }));
  return { ...inPage, said: said.sort(), requested: requested.sort() };
}

test('a page that is recorded finds nothing that a page which is not would not find', async () => {
  const url = pages.url + PATH;
  const recorded = async () => {
    const whole = await storedLoad(
      chromium.extensionPage,
      url,
      'images',
      (found) => entriesOf(found, 'image').length > 0,
    );
    expect(entriesOf(whole, 'failed-resource')).toHaveLength(1);
  };
  const page = await chromium.browser.newPage();
  const plainPage = await withoutExtension.newPage();
  const signs = await signsIn(page, recorded);
  const plain = await signsIn(plainPage, () => plainPage.waitForNetworkIdle());
  expect(signs.entries.length).toBeGreaterThan(5);
  expect(signs).toEqual(plain);
  await Promise.all([page.close(), plainPage.close()]);
});

test('a page can load no file of the extension', async () => {
  const files = await readdir(DIST, { recursive: true, withFileTypes: true });
  const urls = files
    .filter((file) => file.isFile())
    .map((file) => `${file.parentPath.slice(DIST.length)}/${file.name}`)
    .map((path) => `chrome-extension://${chromium.extensionId}${path.replaceAll('\\', '/')}`);
  expect(urls.length).toBeGreaterThan(10);
  const page = await chromium.browser.newPage();
  await page.goto(pages.url + PATH);
  const loaded = await page.evaluate(async (list) => {
    const load = (element: HTMLElement) =>
      new Promise<boolean>((resolve) => {
        element.onload = () => resolve(true);
        element.onerror = () => resolve(false);
        document.body.append(element);
      });
    const tries = list.map(async (src) => {
      const image = await load(Object.assign(new Image(), { src }));
      const script = await load(Object.assign(document.createElement('script'), { src }));
      const fetched = await fetch(src).then(
        () => true,
        () => false,
      );
      return image || script || fetched ? [src] : [];
    });
    return (await Promise.all(tries)).flat();
  }, urls);
  expect(loaded).toEqual([]);
  await page.close();
});
