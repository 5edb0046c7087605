import type { Frame, Page } from 'puppeteer';
import { beforeAll, expect, test } from 'vitest';
import { openPanel } from '../../src/cli/browser/open-panel.ts';
import { VIEW_IDS } from '../../src/panel/state/panel-location.ts';
import { startDemo } from '../pages/demo/server.ts';
import { besidePages } from './support/beside-pages.ts';
import { setDevtoolsTheme } from './support/devtools-theme.ts';
import { reloadPanel } from './support/reload-panel.ts';

const suite = besidePages(startDemo);
let page: Page;
let devtools: Page;
let panel: Frame;

beforeAll(async () => {
  page = await suite.chromium.browser.newPage();
  await page.goto(`${suite.pages.url}/product/copper-kettle`);
  await page.click('#add-to-cart');
  ({ frame: panel, devtools } = await openPanel(page));
});

/** Clicks a tab, as a user does, and waits for what only its view holds. */
async function openView(view: string, content: string): Promise<string> {
  await panel.locator(`#tab-${view}`).click();
  await panel.waitForSelector(content);
  return panel.$eval('#view', (node) => node.textContent ?? '');
}

test('layout shifts are shown with their windows, causes and pictures', async () => {
  expect(await openView('layout-shifts', '[data-testid="shift"] svg.shift-picture')).toMatch(/Session window/);
});

test('the main thread is shown by script and by function', async () => {
  expect(await openView('main-thread', '[data-testid="by-function"] tbody tr')).toMatch(
    /blocked the page for [\d.]+\sm?s/,
  );
});

test('a click appears among the interactions with its parts and its script', async () => {
  await openView('interactions', '[data-testid="interaction"]');
  await panel.waitForSelector('::-p-text(#add-to-cart)');
  expect(await panel.$eval('[data-testid="interaction"]', (node) => node.textContent)).toMatch(
    /Input delay.*Processing.*Presentation delay/,
  );
});

test('memory and errors are shown with what the rules found', async () => {
  expect(await openView('memory', '[data-insight="failed-requests"]')).toMatch(/JavaScript heap/);
});

test('a link opens what it names in a tab of its own', async () => {
  await openView('overview', '[data-metric="LCP"] a');
  const url = await panel.$eval('[data-metric="LCP"] a', (anchor) => (anchor as HTMLAnchorElement).href);
  await panel.locator('[data-metric="LCP"] a').click();
  const opened = await suite.chromium.browser.waitForTarget((target) => target.url() === url);
  await (await opened.page())?.close();
});

test('what stands out leads by a key to all that its rule found; rules with nothing to say are one line', async () => {
  await openView('overview', '[data-testid="fix-first"]');
  const button = '[data-testid="fix-first"] button';
  const rule = await panel.$eval(button, (node) => node.textContent);
  await panel.focus(button);
  await devtools.keyboard.press('Enter');
  await panel.waitForSelector('.insight[open] > summary:focus');
  expect(await panel.$eval('.insight > summary:focus h3', (node) => node.textContent)).toBe(rule);
  const passed = '.insight-group[data-status="pass"]';
  expect(await panel.$eval(`${passed} [data-status="pass"]`, (rule) => rule.checkVisibility())).toBe(false);
  await panel.focus(`${passed} > summary`);
  await devtools.keyboard.press('Enter');
  await panel.waitForSelector(`${passed} [data-status="pass"]`, { visible: true });
});

test('arrow keys go through all views, and the panel made anew shows the last again', async () => {
  await panel.locator('#tab-overview').click();
  for (const view of VIEW_IDS.slice(1, 5)) {
    await devtools.keyboard.press('ArrowRight');
    await panel.waitForSelector(`#tab-${view}:focus[aria-selected="true"]`);
  }
  for (const [key, at] of [
    ['End', -1],
    ['Home', 0],
    ['ArrowLeft', -1],
    ['ArrowRight', 0],
  ] as const) {
    await devtools.keyboard.press(key);
    await panel.waitForSelector(`#tab-${VIEW_IDS.at(at)}:focus[aria-selected="true"]`);
  }
  for (let step = 0; step < 3; step += 1) await devtools.keyboard.press('ArrowRight');
  await panel.evaluate(() => location.reload());
  await panel.waitForSelector(`#tab-${VIEW_IDS[3]}[aria-selected="true"]`);
  await panel.waitForSelector('[data-testid="longest-tasks"]');
});

test('the page is loaded again with the cache and without it', async () => {
  const { pathname } = new URL(`${suite.pages.url}/product/copper-kettle`);
  for (const [button, count, isCached] of [
    ['reload', 2, true],
    ['reload-uncached', 3, false],
  ] as const) {
    await panel.locator(`[data-testid="${button}"]`).click();
    await panel.waitForFunction(
      (expected) => document.querySelectorAll('[data-testid="page-load"]').length === expected,
      {},
      count,
    );
    await page.waitForFunction(isFromCache, {}, '/assets/shop.js', isCached);
  }
  expect(new URL(page.url()).pathname).toBe(pathname);
});

test('an earlier page load that is picked stays so in a panel made anew, until one goes back', async () => {
  const picked = '[data-testid="earlier"], li:nth-child(2) > [data-testid="page-load"][aria-current="true"]';
  await panel.locator('li:nth-child(2) > [data-testid="page-load"]').click();
  for (const selector of picked.split(', ')) await panel.waitForSelector(selector);
  await panel.evaluate(() => location.reload());
  for (const selector of picked.split(', ')) await panel.waitForSelector(selector);
  await panel.focus('[data-testid="earlier"] button');
  await devtools.keyboard.press('Enter');
  await panel.waitForSelector('li:first-child > [data-testid="page-load"][aria-current="true"]');
  await panel.waitForFunction(() => document.activeElement !== document.body);
});

test('what an insight found and what broke a limit are opened and closed by keys', async () => {
  await panel.locator('#tab-overview').click();
  for (const [control, opened] of [
    ['[data-metric="CLS"] .offenders-toggle', '[data-metric="CLS"] + tr [data-testid="offender"]'],
    ['[data-insight="layout-shifts"] > summary', '[data-insight="layout-shifts"][open]'],
    ['.not-measured > summary', '.not-measured[open]'],
  ] as const) {
    const isOpen = async () => (await panel.$(opened)) !== null;
    await (await panel.waitForSelector(control))?.focus();
    const before = await isOpen();
    await devtools.keyboard.press('Enter');
    await expect.poll(isOpen, { timeout: 15_000 }).toBe(!before);
    await devtools.keyboard.press('Space');
    await expect.poll(isOpen, { timeout: 15_000 }).toBe(before);
  }
});

test('what cannot be read is read again at a press, whether something was shown before or nothing', async () => {
  await panel.evaluate(takeDiskAway);
  // The last that is heard of the page: the panel reads nothing by itself after it.
  await page.goto('about:blank');
  const older = '.notices [data-tone="error"]';
  await panel.waitForSelector(`${older} ::-p-text(those shown are older: The disk is away.)`);
  await panel.locator(`${older} button`).click();
  await panel.waitForSelector(older, { hidden: true });

  const script = await devtools.evaluateOnNewDocument(takeDiskAway);
  const nothing = '[data-testid="error"]';
  await reloadPanel(panel, `${nothing} ::-p-text(The disk is away.)`);
  await devtools.removeScriptToEvaluateOnNewDocument(script.identifier);
  await panel.locator(`${nothing} button`).click();
  await panel.waitForSelector('[data-testid="verdict"]');
});

test('follows the theme of DevTools while they are open, whichever they were opened in', async () => {
  const isDark = (frame: Frame, expected: boolean) =>
    frame.waitForFunction(
      (wanted) => (getComputedStyle(document.documentElement).backgroundColor !== 'rgb(255, 255, 255)') === wanted,
      {},
      expected,
    );
  await isDark(panel, false);
  await setDevtoolsTheme(devtools, 'dark');
  await isDark(panel, true);
  await devtools.close();
  const again = await openPanel(page);
  await isDark(again.frame, true);
  await setDevtoolsTheme(again.devtools, 'default');
  await isDark(again.frame, false);
});

/** Has the document's reads of page loads fail until something is pressed. Runs in the panel. */
function takeDiskAway(): void {
  const { getAll } = IDBIndex.prototype;
  const { get } = IDBObjectStore.prototype;
  const fail = () => {
    throw new DOMException('The disk is away.', 'DataError');
  };
  IDBIndex.prototype.getAll = fail;
  IDBObjectStore.prototype.get = fail;
  const bringBack = () => {
    IDBIndex.prototype.getAll = getAll;
    IDBObjectStore.prototype.get = get;
  };
  // Not sooner: what the page does meanwhile has the panel read again by itself.
  addEventListener('click', bringBack, { once: true, capture: true });
}

/** Whether a file that may be kept for good came without a byte over the wire, or not, as asked. Runs in the page. */
function isFromCache(file: string, expected: boolean): boolean {
  const entries = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
  const entry = entries.find(({ name, responseEnd }) => name.endsWith(file) && responseEnd > 0);
  return entry !== undefined && (entry.transferSize === 0) === expected;
}
