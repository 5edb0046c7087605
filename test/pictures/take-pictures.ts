import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'puppeteer';
import { expect } from 'vitest';
import { launchBrowser } from '../../src/cli/browser/launch-browser.ts';
import { DIST } from '../e2e/support/extension.ts';
import { type Playground, servePlayground } from '../playground/serve.ts';

/** Where the pictures are written. */
export const OUT = path.resolve(import.meta.dirname, '../screenshots');
export const THEMES = ['light', 'dark'] as const;
export const WIDTHS = [400, 1600];
/** Height of a docked panel; a picture is as high as its view when that is higher. */
const HEIGHT = 900;

/** Runs `work` on a page of the playground, in which nothing may go wrong. */
export async function withPlayground(work: (playground: Playground, page: Page) => Promise<void>): Promise<void> {
  await mkdir(OUT, { recursive: true });
  const playground = await servePlayground();
  const { browser, close } = await launchBrowser({ dist: DIST });
  try {
    const page = await browser.newPage();
    const errors: unknown[] = [];
    page.on('pageerror', (error) => errors.push(error));
    await work(playground, page);
    expect(errors).toEqual([]);
  } finally {
    await close();
    await playground.close();
  }
}

/** Pictures what is shown in both themes, narrow and wide unless told otherwise, down to the end of the view. */
export async function takePictures(page: Page, name: string, widths: readonly number[] = WIDTHS): Promise<void> {
  await page.waitForNetworkIdle({ idleTime: 50 });
  for (const theme of THEMES) {
    await page.evaluate((chosen) => {
      document.documentElement.dataset.theme = chosen;
    }, theme);
    for (const width of widths) {
      await page.setViewport({ width, height: HEIGHT });
      await page.setViewport({ width, height: HEIGHT + (await page.evaluate(hiddenBelow)) });
      await page.screenshot({ path: path.join(OUT, `${name}-${theme}-${width}.png`) as `${string}.png` });
    }
  }
}

/** How far the view can be scrolled, in CSS px; lists with rows of their own scroll in themselves. */
function hiddenBelow(): number {
  const view = document.querySelector('#view');
  return view === null ? 0 : view.scrollHeight - view.clientHeight;
}
