import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ElementHandle, Page } from 'puppeteer';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { EXPORT_FORMATS } from '../../src/report/export-formats.ts';
import { sanitizeReport } from '../../src/report/sanitize.ts';
import { writeReport } from '../../src/report/writers/report-writer.ts';
import { shopReport, TEST_KEY } from '../fixtures/builders/reports.ts';
import { launchExtension, type TestBrowser } from './support/extension.ts';

const report = shopReport();
let chromium: TestBrowser;
let devtools: Page;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'vitalog-import-'));
  chromium = await launchExtension();
  const page = await chromium.browser.newPage();
  await page.goto('about:blank');
  devtools = await page.openDevTools();
  await devtools.waitForFunction(() => document.querySelector('.root-view') !== null);
});

afterAll(async () => {
  await chromium?.close();
  await rm(folder, { recursive: true, force: true });
});

it("opens in Chromium's Network panel as HAR, with every request", async () => {
  await importInto('network', 'har');
  const requests = report.pageLoads.flatMap(({ resources }) => resources).length;
  await waitForText(`${requests} requests`);
});

it("opens in Chromium's Performance panel as a trace, with the vitals that were measured", async () => {
  await importInto('timeline', 'trace');
  const lcp = report.pageLoads[0]?.views[0]?.metrics.find(({ name }) => name === 'LCP')?.value ?? 0;
  await waitForText(`${(lcp / 1000).toFixed(2)}`);
  await waitForText('Layout shift culprits');
});

/** Hands the exported file to the panel's own file input. */
async function importInto(view: string, format: 'har' | 'trace'): Promise<void> {
  const { extension, writer } = EXPORT_FORMATS[format];
  const file = path.join(folder, `session.${extension}`);
  await writeFile(file, writeReport(writer(), sanitizeReport(report, { key: TEST_KEY })));
  // As text: it imports a module of DevTools, which the test runner would take for one of its own.
  await devtools.evaluate(`(async () => {
    const { ViewManager } = await import('./ui/legacy/legacy.js');
    await ViewManager.ViewManager.instance().showView(${JSON.stringify(view)});
  })()`);
  const input = await devtools.waitForFunction(fileInput, {}, view === 'timeline' ? '.json' : '');
  await (input.asElement() as ElementHandle<HTMLInputElement>).uploadFile(file);
}

/** The last file input of DevTools that takes such files, in whatever shadow tree it stands. */
function fileInput(accepts: string): HTMLInputElement | null {
  const roots: ParentNode[] = [document];
  let found: HTMLInputElement | null = null;
  for (const root of roots) {
    for (const element of root.querySelectorAll('*')) {
      if (element.shadowRoot) roots.push(element.shadowRoot);
      if (element instanceof HTMLInputElement && element.type === 'file' && element.accept.includes(accepts))
        found = element;
    }
  }
  return found;
}

async function waitForText(text: string): Promise<void> {
  const found = await devtools.waitForFunction(
    (wanted: string) => {
      const roots: (Document | ShadowRoot)[] = [document];
      for (const root of roots) {
        for (const { shadowRoot } of root.querySelectorAll('*')) if (shadowRoot) roots.push(shadowRoot);
        if (((root instanceof Document ? root.body : root).textContent ?? '').includes(wanted)) return true;
      }
      return false;
    },
    { timeout: 20_000 },
    text,
  );
  expect(await found.jsonValue()).toBe(true);
}
