import type { Frame, Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPanel } from '../../src/cli/browser/open-panel.ts';
import { readStore } from '../../src/cli/browser/read-store.ts';
import { settled } from '../../src/cli/profile/settled.ts';
import type { SessionReport } from '../../src/model/report.ts';
import { type Demo, startDemo } from '../pages/demo/server.ts';
import { closeDialog, saveFromDialog } from './support/export-session.ts';
import { launchExtension, type TestBrowser } from './support/extension.ts';

const SECRET = 'hunter2hunter2hunter2';

let demo: Demo;
let chromium: TestBrowser;
let page: Page;
let panel: Frame;

beforeAll(async () => {
  demo = await startDemo();
  chromium = await launchExtension();
  page = await chromium.browser.newPage();
  await page.goto(`${demo.url}/`);
  await page.goto(`${demo.url}/product/copper-kettle?session=${SECRET}`);
  panel = (await openPanel(page)).frame;
  await settled(panel, (await readStore(chromium.extensionPage)).at(-1)?.pageLoad.pageLoadId ?? '');
});
afterAll(async () => {
  await chromium?.close();
  await demo?.close();
});

/** Saves a file after these radio buttons were chosen. */
function save(format: string, ...values: readonly string[]): Promise<string> {
  return saveFromDialog(chromium.browser, panel, async (frame) => {
    for (const value of values) await frame.locator(`.dialog input[value="${value}"]`).click();
    await frame.select('[data-testid="export-format"]', format);
    if (values.includes('raw')) await frame.locator('[data-testid="raw-meant"]').click();
  });
}

const pathsIn = (text: string) => (JSON.parse(text) as SessionReport).pageLoads.map(({ url }) => new URL(url).pathname);

describe('the dialog of exports', () => {
  test('saves the whole session, or the page load that is shown', async () => {
    expect(pathsIn(await save('json', 'session'))).toEqual(['/', '/product/copper-kettle']);
    expect(pathsIn(await save('json', 'page-load'))).toEqual(['/product/copper-kettle']);
  });

  test('saves every chosen session in one file', async () => {
    const other = await chromium.browser.newPage();
    await other.goto(`${demo.url}/about`);
    await other.close();
    await panel.locator('.dialog input[value="session"]').click();
    const text = await saveFromDialog(chromium.browser, panel, async (frame) => {
      await frame.locator('.dialog input[value="sessions"]').click();
      await frame.waitForSelector('.choice-list li:nth-child(2)');
      for (const box of await frame.$$('.choice-list input:not(:checked)')) await box.click();
    });
    expect(pathsIn(text)).toEqual(expect.arrayContaining(['/', '/product/copper-kettle', '/about']));
  });

  test('lists beforehand what it will hide, and hides it', async () => {
    await panel.locator('.dialog input[value="session"]').click();
    await panel.locator('.dialog ::-p-text(Show what will be hidden)').click();
    await panel.waitForSelector('[data-testid="export-status"][data-phase="preview"]');
    const shown = await panel.$eval('[data-testid="export-status"]', (status) => status.textContent);
    expect(shown).toContain(SECRET);
    const redacted = /session=(~\d+:[0-9a-f]{8})/.exec(shown ?? '')?.[1] ?? 'none';
    const file = await save('json', 'session');
    expect(file).not.toContain(SECRET);
    expect(file).toContain(redacted);
  });

  test('asks again before each raw export', async () => {
    expect(await save('markdown', 'session', 'raw')).toContain('copper-kettle');
    await panel.waitForSelector('[data-testid="export-save"]:disabled');
    expect(await panel.$eval('[data-testid="raw-meant"]', (box) => (box as HTMLInputElement).checked)).toBe(false);
    await closeDialog(panel);
    await panel.locator('::-p-aria([name="Export…"][role="button"])').click();
    await panel.waitForSelector('.dialog input[value="default"]:checked');
  });

  test('closes on Escape and gives the focus back', async () => {
    await panel.focus('[data-testid="export-format"]');
    await panel.page().keyboard.press('Escape');
    await panel.waitForSelector('[data-testid="export-dialog"]', { hidden: true });
    expect(await panel.evaluate(() => document.activeElement?.textContent)).toBe('Export…');
  });

  test('counts in the head what stands in the file, under load too', async () => {
    await page.evaluate(() => {
      setInterval(() => performance.mark(`load ${performance.now()}`), 1);
    });
    for (let n = 0; n < 5; n += 1) {
      const { pageLoads } = JSON.parse(await save('json', 'page-load')) as SessionReport;
      const [load] = pageLoads;
      expect(load?.entries.length).toBeGreaterThan(20);
      expect(load?.entries.length).toBe(load?.ledger.stored);
    }
  });
});
