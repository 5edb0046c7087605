import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readStore } from '../../src/cli/browser/read-store.ts';
import { settled } from '../../src/cli/profile/settled.ts';
import { setDevtoolsTheme } from '../e2e/firefox/support/devtools-theme.ts';
import { startFirefox } from '../e2e/firefox/support/firefox.ts';
import { walkViews } from '../e2e/firefox/support/walk-views.ts';
import { DEMO_PAGES } from '../pages/demo/faults.ts';
import { startDemo } from '../pages/demo/server.ts';

const OUT = path.resolve(import.meta.dirname, '../screenshots');

test('every view is pictured in the toolbox of Firefox, in both themes', async () => {
  await mkdir(OUT, { recursive: true });
  const demo = await startDemo();
  const firefox = await startFirefox();
  try {
    const page = await firefox.browser.newPage();
    await page.goto(demo.url + DEMO_PAGES.product);
    await page.waitForSelector('#promo-banner.open');
    await page.click('#add-to-cart');
    const panel = await firefox.openPanel(page);
    await settled(panel.frame, (await readStore(firefox.extensionPage)).at(-1)?.pageLoad.pageLoadId ?? '');
    let pictures = 0;
    for (const theme of ['light', 'dark'] as const) {
      await setDevtoolsTheme(firefox, panel.frame, theme);
      await walkViews(panel.frame, async ({ id }) => {
        await panel.screenshot(path.join(OUT, `firefox-toolbox-${id}-${theme}.png`));
        pictures += 1;
      });
    }
    expect(pictures).toBeGreaterThan(0);
  } finally {
    await firefox.close();
    await demo.close();
  }
});
