import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type { ElementHandle, Frame, Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPanel } from '../../src/cli/browser/open-panel.ts';
import { readStore } from '../../src/cli/browser/read-store.ts';
import { type Demo, startDemo } from '../pages/demo/server.ts';
import { writeBudgets } from './support/budget-editor.ts';
import { chooseOption } from './support/choose-option.ts';
import { withDownloads } from './support/export-session.ts';
import { launchExtension, type TestBrowser } from './support/extension.ts';
import { pressButton } from './support/press-button.ts';

/** Longer than the collector and the evaluation hold anything back, on a machine that is busy with other tests. */
const WITHIN = { timeout: 15_000, interval: 100 };

let demo: Demo;
let chromium: TestBrowser;
let page: Page;
let devtools: Page;
let panel: Frame;

beforeAll(async () => {
  demo = await startDemo();
  chromium = await launchExtension();
  page = await chromium.browser.newPage();
  await page.goto(`${demo.url}/product/copper-kettle`);
  ({ frame: panel, devtools } = await openPanel(page));
  await panel.locator('#tab-budgets').click();
  await panel.waitForSelector('[data-testid="budget-editor"]');
});
afterAll(async () => {
  await chromium?.close();
  await demo?.close();
});

async function fill(label: string, value: string): Promise<void> {
  await panel.locator(`::-p-aria([name="${label}"])`).fill(value);
}

const press = (name: string) => pressButton(panel, name);
const writeJson = (budgets: readonly object[]) => writeBudgets(panel, budgets);

/** Text and title of the toolbar button of the page's tab. */
async function badge(): Promise<{ readonly text: string; readonly title: string }> {
  const load = (await readStore(chromium.extensionPage)).at(-1);
  return chromium.extensionPage.evaluate(async (tabId) => {
    const { action } = (globalThis as unknown as { chrome: ChromeAction }).chrome;
    const [text, title] = await Promise.all([action.getBadgeText({ tabId }), action.getTitle({ tabId })]);
    return { text, title };
  }, load?.pageLoad.tabId ?? 0);
}

/** Level of each broken limit in the panel's list. */
function violations(): Promise<Readonly<Record<string, string>>> {
  return panel.$$eval('[data-testid="violation"]', (rows) =>
    Object.fromEntries(rows.map((row) => [row.getAttribute('data-metric'), row.getAttribute('data-level')])),
  );
}

function previews(): Promise<readonly (string | null)[]> {
  return panel.$$eval('[data-testid="preview"]', (all) => all.map((one) => one.getAttribute('data-level')));
}

describe('a budget that is written in the panel', () => {
  test('is tried on the page while it is written, and says at the field what is wrong', async () => {
    await press('Remove this budget');
    await press('Empty budget');
    await fill('Name', 'Product');
    await fill('Pages (one pattern a line)', '/product/*');
    await press('Add a limit');
    await fill('Metric', 'longest-interactoin');
    await fill('Error above', '50 ms');
    await panel.waitForSelector('::-p-text(Did you mean longest-interaction?)');
    expect(await panel.$eval('[data-testid="save-budgets"]', (button) => button.hasAttribute('disabled'))).toBe(true);
    await fill('Metric', 'longest-interaction');
    await expect.poll(previews, WITHIN).toEqual(['not-measured']);
    await press('Save');
    await panel.waitForSelector('::-p-text(Saved. Every page)');
    await expect.poll(violations, WITHIN).toEqual({});
    await expect.poll(async () => (await badge()).title, WITHIN).toBe('Vitalog: no limit was measured');
  });

  test('is broken by the use of the page: the list and the toolbar button change without a reload', async () => {
    await page.bringToFront();
    await page.click('#add-to-cart');
    await expect.poll(violations, WITHIN).toEqual({ 'longest-interaction': 'error' });
    await expect.poll(badge, WITHIN).toEqual({ text: '✕1', title: 'Vitalog: 1 error (longest interaction)' });
    expect(await panel.$eval('[data-testid="violation"]', (row) => row.textContent)).toContain('#add-to-cart');
    const alert = () => panel.$eval('[data-testid="budget-alert"]', (status) => status.textContent);
    await expect.poll(alert, WITHIN).toMatch(/^Over budget: longest interaction .*, allowed 50\sms$/);
    await expect.poll(previews, WITHIN).toEqual(['error']);
    await panel.locator('#tab-overview').click();
    await panel.locator('[data-testid="budget-alert"] button').click();
    await panel.waitForSelector('#tab-budgets[aria-selected="true"]');
    await panel.locator('.violation-history summary').click();
    await panel.waitForSelector('[data-testid="violation-event"]');
  });

  test('judges a route of the page by itself', async () => {
    await writeJson([{ name: 'Shop', match: '/product/*', limits: [{ metric: 'resource-count:script', error: 0 }] }]);
    await page.bringToFront();
    await page.click('[data-tab="reviews"]');
    const verdicts = () =>
      panel.$$eval('[data-testid="view-verdict"]', (rows) =>
        rows.map((row) => [new URL(row.getAttribute('data-url') ?? '').pathname, row.getAttribute('data-level')]),
      );
    await expect.poll(verdicts, WITHIN).toEqual([
      ['/product/copper-kettle', 'error'],
      ['/product/copper-kettle/reviews', 'pass'],
    ]);
    await panel.locator('#tab-overview').click();
    const route = await panel.$eval('[aria-label="View whose vitals are shown"] option:last-child', (option) =>
      option.getAttribute('value'),
    );
    const cls = () => panel.$eval('[data-metric="CLS"]', (card) => card.textContent);
    const ofLoad = await cls();
    await chooseOption(panel, '[aria-label="View whose vitals are shown"]', route ?? 'none');
    await expect.poll(cls, WITHIN).not.toBe(ofLoad);
    await panel.locator('#tab-budgets').click();
    await panel.waitForSelector('[data-testid="budget-editor"]');
    await writeJson([
      { name: 'Route', match: '/product/*/reviews', limits: [{ metric: 'resource-count:script', error: 0 }] },
    ]);
    await expect.poll(violations, WITHIN).toEqual({});
    await expect.poll(async () => (await badge()).title, WITHIN).toBe('Vitalog: the measured limit holds');
  });
});

describe('the editor of budgets', () => {
  const budgets = () =>
    panel.$$eval('[data-testid="budget"]', (all) => all.map((one) => one.getAttribute('data-name')));
  const limits = () =>
    panel.$$eval('[data-testid="limit"]', (all) => all.map((one) => one.getAttribute('data-metric')));
  const said = () => panel.$eval('[data-testid="editor-message"]', (message) => message.textContent);

  test('begins from presets, goes back step by step, or to what is saved', async () => {
    await writeJson([]);
    await press('Edit as a form');
    for (const preset of ['Core Web Vitals', 'Starter', 'Starter', 'From this session']) await press(preset);
    await expect.poll(budgets, WITHIN).toHaveLength(4);
    const all = await budgets();
    expect(all.slice(0, 3)).toEqual(['Core Web Vitals', 'Starter', 'Starter (2)']);
    await press('Undo');
    await expect.poll(budgets, WITHIN).toEqual(all.slice(0, 3));
    await press('Discard changes');
    await expect.poll(budgets, WITHIN).toEqual([]);
  });

  test('has a field for each part of a budget, and goes on with the next limit when one is removed by a key', async () => {
    await press('Core Web Vitals');
    await expect.poll(limits, WITHIN).toEqual(['LCP', 'INP', 'CLS']);
    await panel.focus('[aria-label="Remove the limit on INP"]');
    await devtools.keyboard.press('Enter');
    await panel.waitForSelector('[aria-label="Remove the limit on CLS"]:focus');
    expect(await limits()).toEqual(['LCP', 'CLS']);
    await fill('But not', '/admin/*');
    await fill('First-party hosts', '*.shop.example');
    await panel.locator('[data-testid="limit"][data-metric="CLS"] .limit-relative input').click();
    for (const level of ['Warn above', 'Error above']) {
      const field = `[data-testid="limit"][data-metric="CLS"] ::-p-aria([name="${level}"])`;
      await panel.locator(field).fill(level === 'Warn above' ? '+10%' : '+20%');
    }
    await fill('Page loads before', '5');
    await fill('Percentile', '75');
    await press('Save');
    await panel.waitForSelector('::-p-text(Saved. Every page)');
    await press('Edit as JSON');
    const text = await panel.$eval(
      'textarea[aria-label="Budgets as JSON"]',
      (area) => (area as HTMLTextAreaElement).value,
    );
    expect(JSON.parse(text).budgets).toMatchObject([
      {
        exclude: ['/admin/*'],
        firstParty: ['*.shop.example'],
        baseline: { last: 5, percentile: 75 },
        limits: [{ metric: 'LCP' }, { metric: 'CLS', relativeTo: 'baseline', warn: '+10%', error: '+20%' }],
      },
    ]);
  });

  test('leads from what is wrong with the text to its place', async () => {
    const area = 'textarea[aria-label="Budgets as JSON"]';
    await panel.focus(area);
    await devtools.keyboard.press('KeyA', { commands: ['SelectAll'] });
    await devtools.keyboard.type('{ "version": 1, "budgets": 7 }');
    await panel.locator('[data-testid="json-problem"] button').click();
    await panel.waitForSelector(`${area}:focus`);
    const chosen = () =>
      panel.$eval(area, (node) => {
        const { value, selectionStart } = node as HTMLTextAreaElement;
        return value[selectionStart];
      });
    expect(await chosen()).toBe('7');
    await press('Discard changes');
    await expect.poll(() => panel.$$('[data-testid="json-problem"]').then(({ length }) => length), WITHIN).toBe(0);
  });

  test('writes a file in another format, and reads one in the place of its budgets', async () => {
    await withDownloads(chromium.browser, async (folder) => {
      await panel.locator('[data-testid="export-budgets"]').click();
      await press('Lighthouse budget.json');
      await expect.poll(() => readdir(folder), WITHIN).toEqual(['budget.json']);
      await expect.poll(said, WITHIN).toMatch(/^Written as Lighthouse budget\.json\./);
      const input = await panel.$('[data-testid="import-file"]');
      await (input as ElementHandle<HTMLInputElement>).uploadFile(path.join(folder, 'budget.json'));
    });
    await expect.poll(said, WITHIN).toMatch(/^1 budget read \(Lighthouse budget\.json\)\. Save to apply\./);
  });
});

test('a relative budget is broken when the bundle grows by 30 %', async () => {
  const limits = [{ metric: 'file-size:main-*.js', relativeTo: 'baseline', warn: '+10%', error: '+20%' }];
  await writeJson([{ name: 'Growth', match: '/', baseline: { last: 3 }, limits }]);
  const reason = () => panel.$eval('.not-measured', (details) => details.textContent).catch(() => null);
  for (const known of [0, 1, 2]) {
    await page.goto(`${demo.url}/`);
    await expect.poll(reason, WITHIN).toContain(`there are ${known}.`);
  }
  await page.goto(`${demo.url}/`);
  await expect.poll(async () => (await badge()).title, WITHIN).toBe('Vitalog: the measured limit holds');
  expect(await violations()).toEqual({});

  demo.growBundle(1.3);
  await page.goto(`${demo.url}/`);
  await expect.poll(violations, WITHIN).toEqual({ 'file-size:main-*.js': 'error' });
  await expect.poll(badge, WITHIN).toEqual({ text: '✕1', title: 'Vitalog: 1 error (main-*.js)' });
});

test('a pinned session is offered as the baseline', async () => {
  await panel.locator('#tab-storage').click();
  await panel.locator('[data-testid="session"] [aria-pressed]').click();
  await panel.waitForSelector('[data-testid="session"] [aria-pressed="true"]');
  await panel.locator('#tab-budgets').click();
  await press('Edit as a form');
  const baselines = 'optgroup[label="Pinned"] > option';
  const pinned = (await panel.waitForSelector(baselines))?.evaluate((option) => (option as HTMLOptionElement).value);
  const load = (await readStore(chromium.extensionPage)).at(-1);
  expect(await pinned).toBe(load?.pageLoad.sessionId);
  const select = 'select:has(> optgroup[label="Pinned"])';
  await chooseOption(panel, select, (await pinned) ?? '');
  await press('Edit as JSON');
  const text = await panel.$eval('textarea', (area) => area.value);
  expect(JSON.parse(text).budgets).toMatchObject([{ baseline: { session: await pinned } }]);
});

/** The part of `chrome` that is used here; it is not in the polyfill's types. */
interface ChromeAction {
  readonly action: {
    getBadgeText(of: { tabId: number }): Promise<string>;
    getTitle(of: { tabId: number }): Promise<string>;
  };
}
