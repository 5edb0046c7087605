import { test } from 'vitest';
import { openSession, showLocation, showView } from '../playground/show-view.ts';
import { takePictures, withPlayground } from './take-pictures.ts';

test('what opens in the view of resources is pictured too', () =>
  withPlayground(async (playground, page) => {
    for (const session of ['shop', 'many']) {
      await openSession(playground, page, session);
      await showView(page, 'resources');
      for (const [name, selector] of [
        ['details', '[data-testid="resource"]'],
        ['filters', '[data-testid="filters"]'],
        ['columns', '[data-testid="columns"]'],
      ] as const) {
        await page.locator(selector).click();
        await takePictures(page, `${session}-resources-${name}`);
      }
      await page.keyboard.press('Escape');
      for (const group of ['type', 'host', 'entity']) {
        await showLocation(page, `view=resources&group=${group}`);
        await page.waitForSelector('[data-testid="summary"]');
        await page.waitForNetworkIdle({ idleTime: 50 });
        await takePictures(page, `${session}-resources-by-${group}`);
      }
    }
  }));
