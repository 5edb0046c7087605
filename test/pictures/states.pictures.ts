import { test } from 'vitest';
import { takePictures, withPlayground } from './take-pictures.ts';

/** Sessions of the playground that something is wrong with, and what says so in the panel. */
const STATES = {
  lost: '.notice ::-p-text(is not answering)',
  paused: '[data-testid="not-recorded"]',
  'not-listed': '[data-testid="not-recorded"]',
  'no-access': '[data-testid="not-recorded"]',
  unreadable: '[role="alert"]',
} as const;

/** CSS px, as `popup.css` has it. */
const POPUP_WIDTH = 340;

test('what the panel and the popup say when something is wrong is pictured', () =>
  withPlayground(async (playground, page) => {
    for (const [session, content] of Object.entries(STATES)) {
      await page.goto(playground.panelUrl(session));
      await page.waitForSelector(content);
      // The record's own figures give way to those of the entries.
      await page.waitForFunction(() => document.querySelector('[data-testid="first-sight"]') === null);
      await takePictures(page, `state-${session}`);
      await page.goto(playground.popupUrl(session));
      await page.waitForSelector('.popup-recording');
      await takePictures(page, `popup-${session}`, [POPUP_WIDTH]);
    }
  }));
