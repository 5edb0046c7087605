import type { Frame, Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPanel } from '../../src/cli/browser/open-panel.ts';
import { readStore } from '../../src/cli/browser/read-store.ts';
import { type Demo, startDemo } from '../pages/demo/server.ts';
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
