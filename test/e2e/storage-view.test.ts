import type { Frame, Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPanel } from '../../src/cli/browser/open-panel.ts';
import { readStore } from '../../src/cli/browser/read-store.ts';
import { type Demo, startDemo } from '../pages/demo/server.ts';
import { closeForm, saveFromForm } from './support/export-session.ts';
import { launchExtension, type TestBrowser } from './support/extension.ts';

const WITHIN = { timeout: 15_000, interval: 100 };

let demo: Demo;
let chromium: TestBrowser;
let devtools: Page;
let panel: Frame;

/** Two tabs, so two sessions: one is left, the panel is on the other. */
beforeAll(async () => {
  demo = await startDemo();
  chromium = await launchExtension();
  const left = await chromium.browser.newPage();
  await left.goto(`${demo.url}/product/copper-kettle`);
  await left.close();
  const page = await chromium.browser.newPage();
  await page.goto(demo.url);
  ({ frame: panel, devtools } = await openPanel(page));
  await panel.locator('#tab-storage').click();
  await panel.waitForFunction(() => document.querySelectorAll('[data-testid="session"]').length === 2);
});
afterAll(async () => {
  await chromium?.close();
  await demo?.close();
});

/** The rows of the sessions as they are shown. */
function sessions(): Promise<readonly string[]> {
  return panel.$$eval('[data-testid="session"]', (rows) => rows.map((row) => row.textContent ?? ''));
}

async function press(selector: string): Promise<void> {
  await panel.locator(selector).click();
}

describe('the sessions view', () => {
  const rows = () => panel.$$eval('[data-testid="session-row"]', (all) => all.map((row) => row.textContent ?? ''));

  beforeAll(async () => {
    await press('#tab-sessions');
    await panel.waitForFunction(() => document.querySelectorAll('[data-testid="session-row"]').length === 2);
  });
  afterAll(async () => {
    await press('#tab-storage');
    await panel.waitForFunction(() => document.querySelectorAll('[data-testid="session"]').length === 2);
  });

  it('lists the page loads of both sessions, the newest first', async () => {
    const [newest, earlier] = await rows();
    expect(newest).toMatch(/127\.0\.0\.1|localhost/);
    expect(newest).not.toContain('/product/');
    expect(earlier).toContain('/product/copper-kettle');
  });

  it('finds page loads by words, and groups them by session', async () => {
    const field = await panel.waitForSelector('.sessions-bar input[type="search"]');
    await field?.type('PRODUCT copper');
    await expect.poll(rows, WITHIN).toHaveLength(1);
    await field?.click({ count: 3 });
    await field?.press('Backspace');
    await expect.poll(rows, WITHIN).toHaveLength(2);
    await press('.sessions-bar .check input');
    await expect.poll(() => panel.$$('[data-testid="session-head"]').then((heads) => heads.length), WITHIN).toBe(2);
    await press('.sessions-bar .check input');
    await expect.poll(() => panel.$$('[data-testid="session-head"]').then((heads) => heads.length), WITHIN).toBe(0);
  });

  it('goes by keys to an earlier page load and shows it in every view, also when the panel is made anew', async () => {
    await panel.focus('.sessions-list');
    for (const key of ['ArrowDown', 'ArrowDown', 'Space', 'Enter'] as const) await devtools.keyboard.press(key);
    const said = () => panel.waitForSelector('[data-testid="earlier"] strong[title$="/product/copper-kettle"]');
    await said();
    await panel.evaluate(() => location.reload());
    await said();
    await press('#tab-resources');
    await panel.waitForSelector('[data-testid="resource"][data-url$="/product/copper-kettle"]');
    await press('[data-testid="earlier"] button');
    await panel.waitForSelector('[data-testid="earlier"]', { hidden: true });
    await panel.waitForSelector('[data-testid="resource"]:not([data-url$="/product/copper-kettle"])');
  });

  it('pins the session of a page load, keeps it as a baseline, and lets go of both', async () => {
    await press('#tab-sessions');
    await panel.locator('[data-testid="session-row"] td[title$="/product/copper-kettle"]').click();
    await panel.waitForSelector('[data-testid="session-row"][aria-selected="true"]');
    for (const name of ['Pin session', 'Baseline']) {
      await press(`[data-testid="chosen"] ::-p-aria([name="${name}"][role="button"])`);
    }
    await expect.poll(rows, WITHIN).toContainEqual(expect.stringMatching(/copper-kettle.*pinned, baseline$/));
    for (const name of ['Session pinned', 'Baseline']) {
      await press(`[data-testid="chosen"] ::-p-aria([name="${name}"][role="button"])`);
    }
    await expect.poll(rows, WITHIN).not.toContainEqual(expect.stringMatching(/pinned|baseline/));
  });

  it('exports what was chosen', async () => {
    await press('[data-testid="chosen"] ::-p-aria([name="Export…"][role="button"])');
    await panel.waitForSelector('[data-testid="export-form"]');
    const report = JSON.parse(await saveFromForm(chromium.browser, panel));
    await closeForm(panel);
    expect(report.pageLoads.map(({ url }: { readonly url: string }) => new URL(url).pathname)).toEqual([
      '/product/copper-kettle',
    ]);
  });

  it('deletes what was chosen by a key, and brings it back', async () => {
    await panel.focus('.sessions-list');
    await devtools.keyboard.press('Delete');
    await expect.poll(rows, WITHIN).toHaveLength(1);
    await press('[data-testid="deleted"] button');
    await expect.poll(rows, WITHIN).toHaveLength(2);
  });
});

describe('the storage view', () => {
  it('says what is stored, in figures that are those of the store', async () => {
    const text = await panel.$eval('[data-testid="storage"]', (view) => view.textContent ?? '');
    expect(text).toMatch(/Page loads2 of 2,000/);
    expect(text).toMatch(/Entries[\d.]+ [kM]B of 256 MB/);
    expect(text).toContain('pageLoads 2');
  });

  it('pins a session, and lets go of it', async () => {
    const other = '[data-testid="session"]:last-child [aria-pressed]';
    await press(other);
    await panel.waitForSelector(`${other}[aria-pressed="true"]`);
    await press(other);
    await panel.waitForSelector(`${other}[aria-pressed="false"]`);
  });

  it('deletes a session, and brings it back until the panel is closed', async () => {
    await press('[data-testid="session"]:last-child [aria-label^="Delete"]');
    await expect.poll(sessions, WITHIN).toHaveLength(1);
    await press('[data-testid="deleted"] button');
    await expect.poll(sessions, WITHIN).toHaveLength(2);
  });

  it('keeps the page load that is shown as a baseline', async () => {
    await press('.action-row .check input');
    await expect
      .poll(
        async () => (await readStore(chromium.extensionPage)).filter(({ pageLoad }) => pageLoad.baseline).length,
        WITHIN,
      )
      .toBe(1);
  });

  it('says at the field what is wrong with a limit, and takes one that is right', async () => {
    const field = await panel.waitForSelector('#limit-maxPageLoads');
    await field?.click({ count: 3 });
    await field?.type('3');
    await field?.press('Enter');
    await panel.waitForSelector('#limit-maxPageLoads-problem');
    expect(await panel.$eval('#limit-maxPageLoads-problem', (node) => node.textContent)).toBe(
      'Between 10 and 100,000 page loads.',
    );
    await field?.click({ count: 3 });
    await field?.type('500');
    await field?.press('Enter');
    await panel.waitForFunction(() =>
      document.querySelector('[data-testid="storage"]')?.textContent?.includes('2 of 500'),
    );
  });

  it('deletes everything but pins and baselines, for good once the panel is closed', async () => {
    await press('.button.danger');
    await panel.waitForSelector('[data-testid="deleted"]');
    await devtools.close();
    const left = async () => (await readStore(chromium.extensionPage)).map(({ pageLoad }) => pageLoad.baseline);
    // The background waits 10 s for a panel that only reconnects.
    await expect.poll(left, { timeout: 40_000, interval: 250 }).toEqual([true]);
  });
});
