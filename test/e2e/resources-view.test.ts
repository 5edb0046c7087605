import type { Frame, Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPanel } from '../../src/cli/browser/open-panel.ts';
import { type Demo, startDemo } from '../pages/demo/server.ts';
import { type Playground, servePlayground } from '../playground/serve.ts';
import { chooseOption } from './support/choose-option.ts';
import { isDrawerOpen } from './support/devtools-drawer.ts';
import { launchExtension, type TestBrowser } from './support/extension.ts';

/** What a table of 20,000 rows may have in the document, with the rest of the panel. */
const MAX_NODES = 3000;

let demo: Demo;
let chromium: TestBrowser;
let playground: Playground;

beforeAll(async () => {
  [playground, demo, chromium] = await Promise.all([servePlayground(), startDemo(), launchExtension()]);
});
afterAll(async () => {
  await Promise.all([chromium?.close(), demo?.close(), playground?.close()]);
});

describe('in the real panel', () => {
  let page: Page;
  let devtools: Page;
  let panel: Frame;

  beforeAll(async () => {
    page = await chromium.browser.newPage();
    await page.goto(`${demo.url}/product/copper-kettle`);
    ({ frame: panel, devtools } = await openPanel(page));
    await panel.locator('#tab-resources').click();
    await panel.waitForSelector('[data-testid="resource"]');
  });

  const click = (selector: string) => panel.locator(selector).click();
  const row = (file: string) => `[data-testid="resource"][data-url*="${file}"]`;
  const selectedUrl = () =>
    panel.$eval('[data-testid="resource"][aria-selected="true"]', (node) => node.getAttribute('data-url'));
  const rowCount = () => panel.$$eval('[data-testid="resource"]', (rows) => rows.length);
  const hash = () => panel.evaluate(() => location.hash);
  const waitForHash = (part: string) => panel.waitForFunction((wanted) => location.hash.includes(wanted), {}, part);

  test('each request has a bar that the policy of the page lets be drawn, and the same in words', async () => {
    const bar = await panel.$eval(`${row('shop.js')} .waterfall-bar`, (node) => ({
      image: getComputedStyle(node).backgroundImage,
      width: node.getBoundingClientRect().width,
      text: node.getAttribute('aria-label'),
    }));
    expect(bar.image).toMatch(/^linear-gradient\(90deg, rgb/);
    expect(bar.width).toBeGreaterThanOrEqual(2);
    expect(bar.text).toMatch(/^From [\d.]+\sm?s, [\d.]+\sm?s long: .*Wait \(TTFB\)/);
    expect(await panel.$eval('[data-testid="waterfall-legend"]', (node) => node.textContent)).toMatch(
      /FCP [\d.]+\sm?s/,
    );
    await chooseOption(panel, '[data-testid="waterfall-span"]', 'load');
    await waitForHash('span=load');
  });

  test('rows are chosen by click and arrow keys, and Escape closes the details and gives the focus back', async () => {
    await click(row('site.css'));
    await panel.waitForSelector('[data-testid="resource-details"]');
    expect(await selectedUrl()).toContain('site.css');
    await devtools.keyboard.press('ArrowDown');
    await panel.waitForFunction(() => !document.querySelector('[aria-selected="true"][data-url*="site.css"]'));
    await devtools.keyboard.press('Enter');
    await panel.waitForSelector('[data-testid="resource-details"]:focus');
    await devtools.keyboard.press('Escape');
    await panel.waitForSelector('.resource-table:focus');
    expect(await panel.$('[data-testid="resource-details"]')).toBeNull();
    expect(await isDrawerOpen(devtools), 'an Escape for us is none for DevTools').toBe(false);
    await devtools.keyboard.press('Home');
    await panel.waitForSelector('[data-testid="resource-details"]');
    expect(await panel.$eval('.resource-table', (node) => node.getAttribute('aria-activedescendant'))).toBe(
      'resource-0',
    );
    await devtools.keyboard.press('End');
    const last = await panel.waitForSelector('tbody tr[aria-selected="true"]:nth-last-child(2)');
    await last?.click();
    await panel.waitForSelector('[data-testid="resource-details"]', { hidden: true });
    await last?.click();
    await click('[data-testid="resource-details"] [aria-label="Close details"]');
    await panel.waitForSelector('.resource-table:focus');
  });

  test('the chosen request and the order of the table are there again in a panel made anew', async () => {
    await click(row('site.css'));
    await click('th.transfer .sort-button');
    await panel.waitForSelector('th.transfer[aria-sort="descending"]');
    await panel.evaluate(() => location.reload());
    await panel.waitForSelector('th.transfer[aria-sort="descending"]');
    await panel.waitForSelector('[data-testid="resource-details"]');
    expect(await selectedUrl()).toContain('site.css');
    await click('th.waterfall .sort-button');
    await click('[data-testid="resource-details"] [aria-label="Close details"]');
  });

  test('a header sorts, and says how', async () => {
    await click('th.transfer .sort-button');
    await panel.waitForSelector('th.transfer[aria-sort="descending"]');
    await click('th.transfer .sort-button');
    await panel.waitForSelector('th.transfer[aria-sort="ascending"]');
    await click('th.waterfall .sort-button');
    await panel.waitForSelector('th.waterfall[aria-sort="ascending"]');
  });

  test('facets narrow the table down, by as many as they say, and a panel made anew has them again', async () => {
    const all = await rowCount();
    await click('[data-testid="filters"]');
    const script = '[data-facet="type"] [data-value="script"]';
    await panel.waitForSelector(script);
    const count = await panel.$eval(script, (node) =>
      Number(node.closest('label')?.querySelector('.count')?.textContent),
    );
    await click(script);
    await waitForHash('type=script');
    expect(await rowCount()).toBe(count);
    expect(count).toBeLessThan(all);
    await click('[data-facet="type"] [data-value="stylesheet"]');
    await waitForHash('type=stylesheet');
    await devtools.keyboard.press('Escape');
    await panel.waitForSelector('[data-testid="filters"]:focus');
    await panel.focus('[aria-label="Remove filter Type: script"]');
    await devtools.keyboard.press('Enter');
    await panel.waitForSelector('[aria-label="Remove filter Type: stylesheet"]:focus');
    await click('[data-testid="filters"]');
    await click('[data-facet="type"] [data-value="stylesheet"]');
    await click(script);
    await devtools.keyboard.press('Escape');
    await panel.evaluate(() => location.reload());
    await panel.waitForSelector('[data-testid="clear-filters"]');
    await panel.waitForFunction(
      (rows) => document.querySelectorAll('[data-testid="resource"]').length === rows,
      {},
      count,
    );
    await click('[data-testid="clear-filters"]');
    await panel.waitForFunction(
      (rows) => document.querySelectorAll('[data-testid="resource"]').length === rows,
      {},
      all,
    );
    expect(await hash()).not.toContain('type=');
  });

  test('columns are chosen, and stay chosen', async () => {
    await click('[data-testid="columns"]');
    await click('[data-value="protocol"]');
    await panel.waitForSelector('th.protocol');
    await panel.evaluate(() => location.reload());
    await panel.waitForSelector('th.protocol');
    await click('[data-testid="columns"]');
    await click('::-p-text(What there is room for)');
    await panel.waitForSelector('.resource-table:not(:has(th.protocol))');
    await devtools.keyboard.press('Escape');
    await panel.waitForSelector('[data-testid="columns"]:focus');
    expect(await isDrawerOpen(devtools)).toBe(false);
  });

  test('sums by host lead to the requests of a host', async () => {
    await chooseOption(panel, '[data-testid="group"]', 'host');
    await click('[data-testid="summary"] .text-button');
    await waitForHash('host=');
    await panel.waitForSelector('[data-testid="resource"]');
    expect(await hash()).not.toContain('group=');
    await click('[data-testid="clear-filters"]');
  });

  test('a request is copied as URL and as a command, and what was copied can be pasted', async () => {
    await click(row('shop.js'));
    for (const [button, pattern] of [
      ['Copy URL', /^http:\/\/\S+\/assets\/shop\.js/],
      ['Copy as text', /shop\.js/],
      ['Copy as cURL', /^curl --globoff .*'http:\/\/\S+\/assets\/shop\.js[^']*'$/],
    ] as const) {
      await click(`[data-testid="resource-details"] ::-p-text(${button})`);
      await panel.waitForSelector('.actions [role="status"]::-p-text(copied)');
      await click('.search');
      await devtools.keyboard.press('KeyV', { commands: ['Paste'] });
      await panel.waitForFunction(() => document.querySelector<HTMLInputElement>('.search')?.value !== '');
      expect(await panel.$eval('.search', (node) => (node as HTMLInputElement).value)).toMatch(pattern);
      await click('[data-testid="clear-filters"]');
    }
  });

  test("what the network log told is there, and a request is opened in the browser's own panels", async () => {
    await page.reload();
    await panel.waitForFunction(() => document.querySelectorAll('[data-testid="page-load"]').length === 2);
    // The view comes anew with the new page load.
    await panel.waitForSelector('.search');
    // One row alone holds still while the others come.
    await panel.type('.search', 'shop.js');
    await panel.waitForFunction(() => document.querySelectorAll('[data-testid="resource"]').length === 1);
    await click(row('shop.js'));
    await panel.waitForSelector('[data-testid="open-initiator"]');
    expect(await panel.$eval('[data-testid="resource-details"]', (node) => node.textContent)).toMatch(
      /Response headers.*content-type.*javascript/,
    );
    const urls = [await selectedUrl(), page.url()];
    await panel.waitForFunction(knownToDevtools, {}, urls);
    // As text: it imports a module of DevTools, which the test runner would take for one of its own.
    const tabs = `(await import('./ui/legacy/legacy.js')).InspectorView.InspectorView.instance().tabbedPane`;
    const own = await devtools.evaluate(`(async () => (${tabs}).selectedTabId)()`);
    for (const [button, opened] of [
      ['show-network', 'network'],
      ['open-source', 'sources'],
      ['open-initiator', 'sources'],
    ]) {
      // DevTools go on to bring a file to the front after they have changed to its panel: it may have to be left twice.
      await expect
        .poll(
          async () => {
            await devtools.evaluate(`(async () => (${tabs}).selectTab('${own}'))()`);
            await panel.locator(`[data-testid="${button}"]`).setTimeout(3000).click();
            await devtools.waitForFunction(`(async () => (${tabs}).selectedTabId !== '${own}')()`, { timeout: 3000 });
            return devtools.evaluate(`(async () => (${tabs}).selectedTabId)()`);
          },
          { timeout: 30_000 },
        )
        .toBe(opened);
    }
  });
});

describe('in a plain page', () => {
  let page: Page;
  const topRow = () =>
    page.evaluate(() => {
      const list = document.querySelector('.resources-scroll')?.getBoundingClientRect();
      const row = list && document.elementFromPoint(list.left + 20, list.top + 40)?.closest<HTMLElement>('tr');
      return { url: row?.dataset.url, top: row?.getBoundingClientRect().top };
    });

  beforeAll(async () => {
    page = await chromium.browser.newPage();
  });

  test('20,000 requests are few nodes, and each view and the table stay where they were scrolled to', async () => {
    await page.goto(`${playground.panelUrl('many')}#view=resources`);
    await page.waitForSelector('[data-testid="resource"]');
    await page.evaluate(() => document.querySelector('.resources-scroll')?.scrollTo(0, 240_000));
    await page.waitForSelector('[data-testid="resource"][data-url$="part-10000.webp"]');
    expect(await page.$$eval('*', (nodes) => nodes.length)).toBeLessThan(MAX_NODES);
    const shown = () => page.$eval('#view', (node) => node.scrollTop);
    await page.locator('#tab-overview').click();
    await page.waitForSelector('[data-testid="total"]');
    expect(await shown()).toBe(0);
    await page.evaluate(() => document.querySelector('#view')?.scrollTo(0, 120));
    await page.waitForFunction(() => document.querySelector('#view')?.scrollTop === 120);
    await page.locator('#tab-resources').click();
    await page.waitForSelector('[data-testid="resource"][data-url$="part-10000.webp"]');
    expect(await page.$eval('.resources-scroll', (node) => node.scrollTop)).toBe(240_000);
    await page.locator('#tab-overview').click();
    await page.waitForSelector('[data-testid="total"]');
    expect(await shown()).toBe(120);
  });

  test('what one reads stands still while requests come in above it', async () => {
    await page.goto(`${playground.panelUrl('streaming')}#view=resources&sort=-waterfall`);
    await page.waitForFunction(() => document.querySelectorAll('[data-testid="resource"]').length > 40);
    await page.evaluate(() => document.querySelector('.resources-scroll')?.scrollTo(0, 480));
    await page.waitForFunction(() => (document.querySelector('[data-testid="resource"]')?.ariaRowIndex ?? '2') !== '2');
    const before = await topRow();
    const index = () => page.$eval('.resource-table', (node) => Number(node.getAttribute('aria-rowcount')));
    const rows = await index();
    await page.waitForFunction(
      (least) => Number(document.querySelector('.resource-table')?.getAttribute('aria-rowcount')) > least,
      {},
      rows + 300,
    );
    expect(await topRow()).toEqual(before);
  });
});

/** Whether DevTools hold files of all these URLs: they learn of them some time after the page has loaded. */
function knownToDevtools(urls: readonly (string | null)[]): Promise<boolean> {
  const { chrome } = globalThis as unknown as { chrome: { devtools: { inspectedWindow: InspectedWindow } } };
  return new Promise((resolve) => {
    chrome.devtools.inspectedWindow.getResources((files) => {
      const known = files.map(({ url }) => url);
      resolve(urls.every((url) => url !== null && known.includes(url)));
    });
  });
}

interface InspectedWindow {
  getResources(callback: (files: readonly { readonly url: string }[]) => void): void;
}
