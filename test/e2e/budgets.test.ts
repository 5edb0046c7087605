import type { Frame, Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPanel } from '../../src/cli/browser/open-panel.ts';
import { readStore } from '../../src/cli/browser/read-store.ts';
import { type Demo, startDemo } from '../pages/demo/server.ts';
import { writeBudgets } from './support/budget-editor.ts';
import { launchExtension, type TestBrowser } from './support/extension.ts';
import { pressButton } from './support/press-button.ts';

/** Longer than the collector and the evaluation hold anything back, on a machine that is busy with other tests. */
const WITHIN = { timeout: 15_000, interval: 100 };

let demo: Demo;
let chromium: TestBrowser;
let page: Page;
let panel: Frame;

beforeAll(async () => {
  demo = await startDemo();
  chromium = await launchExtension();
  page = await chromium.browser.newPage();
  await page.goto(`${demo.url}/product/copper-kettle`);
  panel = (await openPanel(page)).frame;
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
    await expect.poll(alert, WITHIN).toMatch(/^Over budget: longest interaction .*, allowed 50 ms$/);
    await expect.poll(previews, WITHIN).toEqual(['error']);
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
    await writeJson([
      { name: 'Route', match: '/product/*/reviews', limits: [{ metric: 'resource-count:script', error: 0 }] },
    ]);
    await expect.poll(violations, WITHIN).toEqual({});
    await expect.poll(async () => (await badge()).title, WITHIN).toBe('Vitalog: the measured limit holds');
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
});

/** The part of `chrome` that is used here; it is not in the polyfill's types. */
interface ChromeAction {
  readonly action: {
    getBadgeText(of: { tabId: number }): Promise<string>;
    getTitle(of: { tabId: number }): Promise<string>;
  };
}
