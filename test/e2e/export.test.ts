import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Frame, Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type OpenDevtools, openPanel } from '../../src/cli/browser/open-panel.ts';
import { readStore } from '../../src/cli/browser/read-store.ts';
import { settled } from '../../src/cli/profile/settled.ts';
import type { SessionReport } from '../../src/model/report.ts';
import { type Demo, startDemo } from '../pages/demo/server.ts';
import { violationsIn } from './support/axe.ts';
import { chooseOption } from './support/choose-option.ts';
import { closeForm, openForm, savedFile, saveFromForm, withDownloads } from './support/export-session.ts';
import { launchExtension, type TestBrowser } from './support/extension.ts';
import { openPopup, press } from './support/popup.ts';

const SECRET = 'hunter2hunter2hunter2';
/** In the form of an AWS access key id. */
const SECRET_KEY = 'AKIAIOSFODNN7CANARY1';

let demo: Demo;
let chromium: TestBrowser;
let page: Page;
let devtools: OpenDevtools;
let panel: Frame;

beforeAll(async () => {
  demo = await startDemo();
  chromium = await launchExtension();
  page = await chromium.browser.newPage();
  await page.goto(`${demo.url}/`);
  await page.goto(`${demo.url}/product/copper-kettle?session=${SECRET}`);
  devtools = await openPanel(page);
  panel = devtools.frame;
  await settled(panel, (await readStore(chromium.extensionPage)).at(-1)?.pageLoad.pageLoadId ?? '');
});
afterAll(async () => {
  await chromium?.close();
  await demo?.close();
});

/** Saves a file after these radio buttons were chosen. */
function save(format: string, ...values: readonly string[]): Promise<string> {
  return saveFromForm(chromium.browser, panel, async (frame) => {
    for (const value of values) await frame.locator(`.dialog input[value="${value}"]`).click();
    await frame.select('[data-testid="export-format"]', format);
    if (values.includes('raw')) await frame.locator('[data-testid="raw-meant"]').click();
  });
}

const pathsIn = (text: string) => (JSON.parse(text) as SessionReport).pageLoads.map(({ url }) => new URL(url).pathname);

/** Presses "Cancel" as soon as the form says that one page load is written, however fast the rest would be. */
function cancelAfterFirstPageLoad(frame: Frame): Promise<void> {
  return frame.evaluate(() => {
    const status = document.querySelector('[data-testid="export-status"]');
    const observer = new MutationObserver(() => {
      if (!/^1 of [2-9]/.test(status?.textContent ?? '')) return;
      observer.disconnect();
      const cancel = [...document.querySelectorAll('button')].find(({ textContent }) => textContent === 'Cancel');
      cancel?.click();
      document.documentElement.dataset.cancelled = cancel ? 'yes' : 'no';
    });
    if (status) observer.observe(status, { subtree: true, childList: true, characterData: true });
  });
}

/** Breaks what writers build their text with until `leak-mended`, since nothing that is sanitized holds a secret. */
function letWritersLeak(frame: Frame, secret: string): Promise<void> {
  return frame.evaluate((leaked) => {
    const real = JSON.stringify;
    JSON.stringify = new Proxy(real, {
      apply: (target, self, args) => Reflect.apply(target, self, args)?.replace('"Vitalog"', `"${leaked}"`),
    });
    window.addEventListener('leak-mended', () => {
      JSON.stringify = real;
    });
  }, secret);
}

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
    const text = await saveFromForm(chromium.browser, panel, async (frame) => {
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
    await closeForm(panel);
    await panel.locator('::-p-aria([name="Export…"][role="button"])').click();
    await panel.waitForSelector('.dialog input[value="default"]:checked');
  });

  test('hides hosts, paths and names at the level strict, in a format that keys choose', async () => {
    await panel.locator('.dialog input[value="strict"]').click();
    const csv = await saveFromForm(chromium.browser, panel, (frame) =>
      chooseOption(frame, '[data-testid="export-format"]', 'csv-resources'),
    );
    expect(csv).toMatch(/\bscript\b/);
    expect(csv).not.toMatch(/copper-kettle|127\.0\.0\.1/);
    await panel.locator('.dialog input[value="default"]').click();
  });

  test('leaves nothing behind when it is cancelled midway', async () => {
    await withDownloads(chromium.browser, async (folder) => {
      await openForm(panel);
      await panel.locator('.dialog input[value="session"]').click();
      await panel.select('[data-testid="export-format"]', 'json');
      await cancelAfterFirstPageLoad(panel);
      await panel.locator('[data-testid="export-save"]:not(:disabled)').click();
      await panel.waitForFunction(() => document.documentElement.dataset.cancelled === 'yes');
      await panel.waitForSelector('[data-testid="export-status"][data-phase="choosing"]');
      await panel.select('[data-testid="export-format"]', 'markdown');
      await panel.locator('[data-testid="export-save"]:not(:disabled)').click();
      expect(await savedFile(folder)).toMatch(/\.md$/);
      expect(await readdir(folder)).toHaveLength(1);
    });
  });

  test('saves nothing when the finished text holds a secret all the same, and says what to do', async () => {
    await withDownloads(chromium.browser, async (folder) => {
      await letWritersLeak(panel, SECRET_KEY);
      await panel.select('[data-testid="export-format"]', 'har');
      await panel.locator('[data-testid="export-save"]:not(:disabled)').click();
      const told = await panel.waitForSelector('[data-testid="export-failed"]');
      const text = await told?.evaluate((element) => element.textContent);
      expect(text).toMatch(/^Nothing was saved\. The export was stopped: .* looks like a secret.* level strict/);
      expect(text).not.toContain(SECRET_KEY);
      await panel.evaluate(() => window.dispatchEvent(new Event('leak-mended')));
      await panel.locator('[data-testid="export-save"]:not(:disabled)').click();
      expect(await savedFile(folder)).toMatch(/\.har$/);
      expect(await readdir(folder)).toHaveLength(1);
    });
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

describe('the popup', () => {
  test('saves the page load or the session of its tab, by the same form', async () => {
    // A window of DevTools has no toolbar for the popup to hang on.
    await devtools.close();
    const popup = await openPopup(chromium, page);
    const form = popup.mainFrame();
    const saved = await saveFromForm(chromium.browser, form, async (frame) => {
      await frame.locator('input[value="session"]').click();
    });
    expect(pathsIn(saved)).toEqual(['/', '/product/copper-kettle']);
    expect(saved).not.toContain(SECRET);
    await form.waitForSelector('[data-testid="export-saved"]');
    await closeForm(form);
    // By keyboard alone, from the button that has the focus again.
    await popup.waitForFunction(() => document.activeElement?.textContent === 'Export…');
    await popup.keyboard.press('Enter');
    await form.waitForSelector('[data-testid="export-form"] input:focus');
    await withDownloads(chromium.browser, async (folder) => {
      await popup.keyboard.press('ArrowUp');
      await form.waitForSelector('input[value="page-load"]:focus:checked');
      await popup.keyboard.press('Enter');
      const text = await readFile(path.join(folder, await savedFile(folder)), 'utf8');
      expect(pathsIn(text)).toEqual(['/product/copper-kettle']);
    });
    expect(await violationsIn(popup, 'export in the popup')).toEqual([]);
    await closeForm(form);
    await press(popup, 'Options');
    // The page of options that was open all the time comes to the front.
    await chromium.extensionPage.waitForFunction(() => document.visibilityState === 'visible', { polling: 50 });
    expect(await violationsIn(chromium.extensionPage, 'options')).toEqual([]);
  });
});
