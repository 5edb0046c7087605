import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'puppeteer';
import { test } from 'vitest';
import { launchExtension } from '../e2e/support/extension.ts';
import { openPopup } from '../e2e/support/popup.ts';
import { DEMO_PAGES } from '../pages/demo/faults.ts';
import { startDemo } from '../pages/demo/server.ts';
import { OUT, THEMES, WIDTHS } from './take-pictures.ts';

const REPORT = path.resolve(import.meta.dirname, '../fixtures/golden/demo/session.html');
/** A4 at 96 px an inch, between margins of 10 mm. */
const A4 = { width: 718, height: 1047 };

test('popup, options and the HTML report are pictured in both themes, and the report on paper', async () => {
  await mkdir(OUT, { recursive: true });
  const demo = await startDemo();
  const chromium = await launchExtension();
  try {
    const page = await chromium.browser.newPage();
    await page.goto(demo.url + DEMO_PAGES.product);
    await page.waitForSelector('#promo-banner.open');
    const popup = await openPopup(chromium, page);
    await popup.waitForSelector('.popup-vitals, [data-testid="verdict"], h1');
    await inThemes(popup, 'popup');
    await popup.close();
    for (const width of WIDTHS) {
      await chromium.extensionPage.setViewport({ width, height: 900 });
      await inThemes(chromium.extensionPage, `options-${width}`);
    }
    await page.setContent(await readFile(REPORT, 'utf8'));
    for (const width of WIDTHS) {
      await page.setViewport({ width, height: 900 });
      await inThemes(page, `report-${width}`);
    }
    await page.setViewport(A4);
    await page.emulateMediaType('print');
    await picture(page, 'report-paper');
  } finally {
    await chromium.close();
    await demo.close();
  }
});

/** Pictures the whole page as a browser in each theme shows it. */
async function inThemes(page: Page, name: string): Promise<void> {
  // A tab behind others may paint nothing.
  await page.bringToFront();
  for (const theme of THEMES) {
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: theme }]);
    await picture(page, `${name}-${theme}`);
  }
}

async function picture(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: path.join(OUT, `${name}.png`) as `${string}.png`, fullPage: true });
}
