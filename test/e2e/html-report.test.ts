import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type LaunchedBrowser, launchBrowser } from '../../src/cli/browser/launch-browser.ts';
import { reportToHtml } from '../../src/report/html.ts';
import { sanitizeReport } from '../../src/report/sanitize.ts';
import { withMarkup } from '../fixtures/builders/markup.ts';
import { shopReport, TEST_KEY } from '../fixtures/builders/reports.ts';
import { DIST } from './support/extension.ts';

let browser: LaunchedBrowser;
let folder: string;

beforeAll(async () => {
  browser = await launchBrowser({ dist: DIST });
  folder = await mkdtemp(path.join(tmpdir(), 'vitalog-html-'));
});
afterAll(async () => {
  await browser?.close();
  await rm(folder, { recursive: true });
});

test.each(['raw', 'default'] as const)(
  'an HTML report at level %s runs nothing and asks for nothing',
  async (level) => {
    const file = path.join(folder, `${level}.html`);
    await writeFile(file, reportToHtml(sanitizeReport(withMarkup(shopReport()), { level, key: TEST_KEY })));
    const page = await browser.browser.newPage();
    const told: string[] = [];
    page.on('request', (request) => told.push(`request ${request.url()}`));
    page.on('console', (message) => told.push(`console ${message.text()}`));
    page.on('pageerror', (error) => told.push(`error ${String(error)}`));
    page.on('dialog', (dialog) => {
      told.push(`dialog ${dialog.message()}`);
      void dialog.dismiss();
    });
    const url = pathToFileURL(file).href;
    await page.goto(url);
    expect(told).toEqual([`request ${url}`]);
    const found = await page.$$eval(
      'script, img, iframe, object, embed, a[href]:not([href^="#"])',
      (all) => all.length,
    );
    expect(found).toBe(0);
    if (level === 'raw') expect(await page.$eval('body', (body) => body.textContent)).toContain('<img src=x onerror');
    await page.close();
  },
);
