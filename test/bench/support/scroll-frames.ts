import type { Frame, Page } from 'puppeteer';

/** What scrolling a list comes to: the 95th percentile of the times between frames, in ms. */
export interface ScrollFigures {
  readonly p95: number;
  readonly frames: number;
}

/** Scrolls what a selector finds by 97 px a frame, for so many frames. */
export function scrollFrames(where: Frame | Page, selector: string, frames: number): Promise<ScrollFigures> {
  return where.evaluate(
    (css, count) =>
      new Promise<ScrollFigures>((resolve, reject) => {
        const list = document.querySelector(css);
        if (list === null) return reject(new Error(`There is no ${css}.`));
        const gaps: number[] = [];
        let last = 0;
        const step = (now: number) => {
          if (last > 0) gaps.push(now - last);
          last = now;
          list.scrollTop += 97;
          if (gaps.length < count) requestAnimationFrame(step);
          else {
            gaps.sort((a, b) => a - b);
            resolve({ p95: gaps[Math.floor(gaps.length * 0.95)] ?? 0, frames: gaps.length });
          }
        };
        requestAnimationFrame(step);
      }),
    selector,
    frames,
  );
}
