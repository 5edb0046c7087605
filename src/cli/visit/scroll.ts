import type { Page } from 'puppeteer';
import { networkQuiet, REACTED_WITHIN } from './network-quiet.ts';
import { painted } from './painted.ts';

/** Endless pages grow as they are scrolled; a user stops too. */
const MAX_STEPS = 15;
/** A page that scrolls by itself never rests. */
const MAX_PAINTS = 60;

/** Scrolls down to the end with the wheel, a screen at a time, lets lazy content come, and scrolls up again. */
export async function scrollThrough(page: Page): Promise<void> {
  const { width, height } = await page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
  await page.mouse.move(Math.round(width / 2), Math.round(height / 2));
  let steps = 0;
  while (steps < MAX_STEPS && (await wheel(page, height * 0.8))) steps += 1;
  if (steps > 0) await networkQuiet(page, REACTED_WITHIN);
  for (let step = 0; step <= steps; step += 1) await wheel(page, -height * 0.8);
}

/** One turn of the wheel; false when the page could not move further. */
async function wheel(page: Page, deltaY: number): Promise<boolean> {
  const before = await page.evaluate(() => scrollY);
  await page.mouse.wheel({ deltaY: Math.round(deltaY) }); // Firefox takes whole numbers
  await painted(page);
  const after = await restingPlace(page);
  return after !== before;
}

/** Where smooth scrolling, which goes on for some frames, comes to rest: two paints in a row show the same. */
async function restingPlace(page: Page): Promise<number> {
  let last = Number.NaN;
  for (let paints = 0; paints < MAX_PAINTS; paints += 1) {
    const now = await page.evaluate(() => scrollY);
    if (now === last) break;
    last = now;
    await painted(page);
  }
  return last;
}
