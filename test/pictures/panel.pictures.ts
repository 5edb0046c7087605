import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { launchBrowser } from '../../src/cli/browser/launch-browser.ts';
import { VIEW_IDS } from '../../src/panel/state/panel-location.ts';
import { DIST } from '../e2e/support/extension.ts';
import { servePlayground } from '../playground/serve.ts';
import { openSession, showView } from '../playground/show-view.ts';

const OUT = path.resolve(import.meta.dirname, '../screenshots');
const SESSIONS = ['busy', 'shop', 'empty', 'many', 'firefox'];
const THEMES = ['light', 'dark'] as const;
const WIDTHS = [400, 1600];

test('every view is pictured in both themes, narrow and wide, empty and full', async () => {
  await mkdir(OUT, { recursive: true });
  const playground = await servePlayground();
  const { browser, close } = await launchBrowser({ dist: DIST });
  try {
    const page = await browser.newPage();
    const errors: unknown[] = [];
    page.on('pageerror', (error) => errors.push(error));
    for (const session of SESSIONS) {
      await openSession(playground, page, session);
      for (const view of VIEW_IDS) {
        await showView(page, view);
        await page.waitForNetworkIdle({ idleTime: 50 });
        for (const theme of THEMES) {
          await page.evaluate((chosen) => {
            document.documentElement.dataset.theme = chosen;
          }, theme);
          for (const width of WIDTHS) {
            await page.setViewport({ width, height: 900 });
            await page.screenshot({
              path: path.join(OUT, `${session}-${view}-${theme}-${width}.png`) as `${string}.png`,
            });
          }
        }
      }
    }
    expect(errors).toEqual([]);
  } finally {
    await close();
    await playground.close();
  }
});
