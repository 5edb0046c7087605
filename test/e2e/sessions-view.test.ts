import type { Frame, Page } from 'puppeteer';
import { beforeAll, describe, expect, it } from 'vitest';
import { openPanel } from '../../src/cli/browser/open-panel.ts';
import { startDemo } from '../pages/demo/server.ts';
import { besidePages } from './support/beside-pages.ts';
import { chooseOption } from './support/choose-option.ts';
import { isDrawerOpen } from './support/devtools-drawer.ts';
import { closeForm, saveFromForm } from './support/export-session.ts';
import { pressButton } from './support/press-button.ts';
import { reloadPanel } from './support/reload-panel.ts';

const WITHIN = { timeout: 15_000, interval: 50 };
const PRODUCT = '/product/copper-kettle';

const suite = besidePages(startDemo);
let page: Page;
let devtools: Page;
let panel: Frame;

/** Two tabs, so two sessions: one is left, after the shop's home and a product; the panel is on the other, at the shop's home. */
beforeAll(async () => {
  const left = await suite.chromium.browser.newPage();
  await left.goto(suite.pages.url);
  await left.goto(suite.pages.url + PRODUCT);
  await left.close();
  page = await suite.chromium.browser.newPage();
  await page.goto(suite.pages.url);
  ({ frame: panel, devtools } = await openPanel(page));
  await press('#tab-sessions');
  await panel.waitForFunction(() => document.querySelectorAll('[data-testid="session-row"]').length === 3);
});

/** The page loads in the list as they are shown. */
const rows = () => panel.$$eval('[data-testid="session-row"]', (all) => all.map((row) => row.textContent ?? ''));
const count = (selector: string) => panel.$$eval(selector, (found) => found.length);
const press = (selector: string) => panel.locator(selector).click();
const pressChosen = (name: string) => pressButton(panel, name, '[data-testid="chosen"]');
const productRow = `[data-testid="session-row"]:has(td[title$="${PRODUCT}"])`;

/** The rows that are chosen, by the paths of their pages. */
const chosen = () =>
  panel.$$eval('[data-testid="session-row"][aria-selected="true"] td.page', (cells) =>
    cells.map((cell) => new URL(cell.title).pathname),
  );

const openAnew = () => reloadPanel(panel, '[data-testid="sessions"]');

/** Chooses the product's page load and no other. */
async function chooseProduct(): Promise<void> {
  if ((await chosen()).join() !== PRODUCT) await press(`${productRow} td.page`);
  await expect.poll(chosen, WITHIN).toEqual([PRODUCT]);
}

async function untilShown(selector: string): Promise<void> {
  await panel.waitForSelector(selector);
}

async function untilGone(selector: string): Promise<void> {
  await panel.waitForSelector(selector, { hidden: true });
}

const listHasFocus = () => untilShown('.sessions-list:focus');

/** The product is shown in every view; then back to the live page, and to the list. */
async function leaveProduct(): Promise<void> {
  await untilShown(`[data-testid="earlier"] strong[title$="${PRODUCT}"]`);
  await press('[data-testid="earlier"] button');
  await untilGone('[data-testid="earlier"]');
  await press('#tab-sessions');
}

describe('the list of sessions', () => {
  it('has the page loads of all sessions, the newest first', async () => {
    const [newest, product, home] = await rows();
    expect(newest).not.toContain('/product/');
    expect(product).toContain(PRODUCT);
    expect(home).not.toContain('/product/');
  });

  it('finds page loads by words, also in a panel made anew, and says when there are none', async () => {
    await press('.sessions-bar input[type="search"]');
    await devtools.keyboard.type('PRODUCT copper');
    await expect.poll(rows, WITHIN).toHaveLength(1);
    await openAnew();
    await expect.poll(rows, WITHIN).toHaveLength(1);
    await press('.sessions-bar input[type="search"]');
    await devtools.keyboard.type(' of gold');
    await untilShown('[data-testid="none-found"]');
    await pressButton(panel, 'Show all');
    await expect.poll(rows, WITHIN).toHaveLength(3);
  });

  it('groups page loads by session, and chooses all of one by its head, which a panel made anew still has', async () => {
    await press('.sessions-bar .check input');
    await expect.poll(() => count('[data-testid="session-head"]'), WITHIN).toBe(2);
    await press('[data-testid="session-head"]:has(~ .session-head ~ .session-row) .page');
    await expect.poll(chosen, WITHIN).toEqual(['/']);
    await press('.session-row ~ .session-head input');
    await expect.poll(chosen, WITHIN).toEqual(['/', PRODUCT, '/']);
    await openAnew();
    await expect.poll(chosen, WITHIN).toEqual(['/', PRODUCT, '/']);
    expect(await count('[data-testid="session-head"]')).toBe(2);
    await pressChosen('Choose none');
    await press('.sessions-bar .check input');
    await expect.poll(() => count('[data-testid="session-head"]'), WITHIN).toBe(0);
  });

  it('goes by keys to an earlier page load and shows it in every view, also when the panel is made anew', async () => {
    await panel.focus('.sessions-list');
    for (const key of ['ArrowDown', 'ArrowDown', 'Space', 'Enter'] as const) await devtools.keyboard.press(key);
    const said = () => untilShown(`[data-testid="earlier"] strong[title$="${PRODUCT}"]`);
    await said();
    await panel.evaluate(() => location.reload());
    await said();
    await press('#tab-resources');
    await untilShown(`[data-testid="resource"][data-url$="${PRODUCT}"]`);
    await press('[data-testid="earlier"] button');
    await untilGone('[data-testid="earlier"]');
    await untilShown(`[data-testid="resource"]:not([data-url$="${PRODUCT}"])`);
    await press('#tab-sessions');
  });

  it('opens a page load by a double click, and by the button for what is chosen', async () => {
    await panel.locator(`${productRow} td.page`).click({ count: 2 });
    await leaveProduct();
    await chooseProduct();
    await pressChosen('Open');
    await leaveProduct();
  });

  it('chooses by ticks and keys, and lets go by button and Escape, with the focus back in the list', async () => {
    await chooseProduct();
    await pressChosen('Choose none');
    await untilGone('[data-testid="chosen"]');
    await listHasFocus();
    await devtools.keyboard.press('End');
    await devtools.keyboard.press('Space');
    await press(`${productRow} .choose input`);
    expect(await chosen()).toEqual([PRODUCT, '/']);
    await panel.focus('.sessions-list');
    await devtools.keyboard.press('Escape');
    await untilGone('[data-testid="chosen"]');
    await chooseProduct();
    await panel.focus('[data-testid="chosen"] .button');
    await devtools.keyboard.press('Escape');
    await untilGone('[data-testid="chosen"]');
    await listHasFocus();
    expect(await isDrawerOpen(devtools), 'an Escape for us is none for DevTools').toBe(false);
  });

  it('pins the session of a page load, keeps it as a baseline, and lets go of both', async () => {
    await chooseProduct();
    for (const name of ['Pin session', 'Keep as baseline']) await pressChosen(name);
    await expect.poll(rows, WITHIN).toContainEqual(expect.stringMatching(/copper-kettle.*pinned, baseline$/));
    for (const name of ['Session pinned', 'Keep as baseline']) await pressChosen(name);
    await expect.poll(rows, WITHIN).not.toContainEqual(expect.stringMatching(/pinned|baseline/));
  });

  it('exports what was chosen', async () => {
    await chooseProduct();
    await pressChosen('Export…');
    await untilShown('[data-testid="export-form"]');
    const report = JSON.parse(await saveFromForm(suite.chromium.browser, panel));
    await closeForm(panel);
    expect(report.pageLoads.map(({ url }: { readonly url: string }) => new URL(url).pathname)).toEqual([PRODUCT]);
  });

  it('deletes what was chosen by a key or a button, goes on with the row after it, and brings it back', async () => {
    for (const way of ['Delete', 'button'] as const) {
      await chooseProduct();
      if (way === 'button') await pressChosen('Delete');
      else {
        await panel.focus('.sessions-list');
        await devtools.keyboard.press('Delete');
      }
      await expect.poll(rows, WITHIN).toHaveLength(2);
      await listHasFocus();
      await untilShown('[data-testid="session-row"][data-cursor="true"][aria-rowindex="3"]');
      await press('[data-testid="deleted"] button');
      await expect.poll(rows, WITHIN).toHaveLength(3);
    }
  });
});

describe('two page loads side by side', () => {
  const sides = () =>
    panel.$$eval('[data-testid="compared-side"]', (all) => all.map((side) => side.textContent?.slice(1) ?? ''));
  const hasFocus = (name: string) =>
    panel.waitForFunction((text) => document.activeElement?.textContent === text, {}, name);
  /** Requests of both and how they differ, in all. */
  const total = () =>
    panel.$$eval(
      '[data-testid="comparison"]',
      (all) => all.map((row) => row.textContent ?? '').find((text) => text.startsWith('total')) ?? '',
    );

  it('are compared by ticks, the earlier first, and the other way round, also in a panel made anew', async () => {
    await chooseProduct();
    await press(`${productRow} + .session-row .choose input`);
    await pressChosen('Compare');
    await untilShown('[data-testid="compared"]');
    const [home, product] = await sides();
    expect(product).toContain(PRODUCT);
    expect(home).not.toContain(PRODUCT);
    const figures = await panel.$$eval('[data-testid="comparison"]', (all) => all.map((row) => row.textContent));
    expect(figures).toContainEqual(expect.stringMatching(/^LCP/));
    await pressButton(panel, 'Swap');
    await expect.poll(sides, WITHIN).toEqual([product, home]);
    await hasFocus('Swap');
    await openAnew();
    await expect.poll(sides, WITHIN).toEqual([product, home]);
    await pressButton(panel, 'Back to the list');
    await untilShown('.sessions-list');
  });

  it('may be the page that is shown, and are compared again when it has gone on', async () => {
    await chooseProduct();
    await pressChosen('Compare with the page shown');
    await untilShown('[data-testid="compared"]');
    const before = await total();
    await page.evaluate(() => fetch('/images/favicon.svg?later').then((response) => response.text()));
    await panel.focus('::-p-xpath(.//button[.="Compare again"])');
    await expect
      .poll(async () => {
        await devtools.keyboard.press('Enter');
        return total();
      }, WITHIN)
      .not.toBe(before);
    await hasFocus('Compare again');
    await pressButton(panel, 'Page loads');
    await untilShown('.sessions-list');
  });

  it('cannot be compared when one of them was deleted, and there is a way back to the list', async () => {
    await chooseProduct();
    await pressChosen('Delete');
    await pressButton(panel, 'Compare');
    await untilShown('[data-testid="not-compared"] ::-p-text(no longer stored)');
    await pressButton(panel, 'To the list');
    await press('[data-testid="deleted"] button');
    await expect.poll(rows, WITHIN).toHaveLength(3);
  });
});

describe('the course of a metric', () => {
  const text = () => panel.$eval('[data-testid="trend-text"]', (node) => node.textContent ?? '');
  const points = () => count('[data-testid="trend-point"]');

  it('is drawn, and told in words and in a table', async () => {
    await pressButton(panel, 'Trends');
    await expect.poll(points, WITHIN).toBe(2);
    await panel.waitForFunction(() => {
      const canvas = document.querySelector<HTMLCanvasElement>('[data-testid="trend-chart"]');
      const { width = 0, height = 0 } = canvas ?? {};
      const pixels = width > 0 ? canvas?.getContext('2d')?.getImageData(0, 0, width, height).data : undefined;
      return pixels?.some((value) => value > 0);
    });
    expect(await text()).toMatch(/^LCP: 75\s% of 2 page loads are at [\d.]+\sm?s or less\. .* limit of /);
  });

  it('is that of the pages and the metric that are chosen by keys, also in a panel made anew', async () => {
    await chooseOption(panel, '.trend-choices label:last-of-type select', 'CLS');
    await expect.poll(text, WITHIN).toMatch(/^CLS/);
    const pages = '.trend-choices label:first-of-type select';
    const patterns = await panel.$$eval(`${pages} option`, (all) => all.map(({ value }) => value));
    await chooseOption(panel, pages, patterns.find((pattern) => pattern.includes('/product/')) ?? 'none');
    await expect.poll(points, WITHIN).toBe(1);
    await openAnew();
    await expect.poll(text, WITHIN).toMatch(/^CLS: the one page load is at /);
  });

  it('leads to each of its page loads', async () => {
    await press('[data-testid="trend-point"] .text-button');
    await leaveProduct();
    await untilShown('[data-testid="trends"]');
  });
});
