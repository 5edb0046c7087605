import type { Page } from 'puppeteer';
import { networkQuiet, painted } from './quiet.ts';

/** Endless pages grow as they are scrolled; a user stops too. */
const MAX_STEPS = 15;

/** Scrolls down to the end with the wheel, a screen at a time, lets lazy content come, and scrolls up again. */
export async function scrollThrough(page: Page): Promise<void> {
  const { width, height } = await page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
  await page.mouse.move(width / 2, height / 2);
  let steps = 0;
  while (steps < MAX_STEPS && (await wheel(page, height * 0.8))) steps += 1;
  if (steps > 0) await networkQuiet(page);
  for (let step = 0; step <= steps; step += 1) await wheel(page, -height * 0.8);
}

/** One turn of the wheel; false when the page could not move further. */
async function wheel(page: Page, deltaY: number): Promise<boolean> {
  const before = await page.evaluate(() => scrollY);
  await page.mouse.wheel({ deltaY });
  await painted(page);
  // Smooth scrolling goes on for some frames: settled is when two frames in a row show the same.
  const after = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let last = -1;
        const frame = () => {
          if (scrollY === last) resolve(last);
          else {
            last = scrollY;
            requestAnimationFrame(frame);
          }
        };
        requestAnimationFrame(frame);
      }),
  );
  return after !== before;
}
