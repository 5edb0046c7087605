/** Height of the block that is pushed down, which is as wide as the viewport, in CSS pixels. */
const BLOCK_HEIGHT = 300;

/** A block, and `push(distance)` that moves it down. */
export const PUSHED = `
  <div id="pusher" style="height: 0"></div>
  <div id="pushed" style="height: ${BLOCK_HEIGHT}px; background: teal">Pushed down</div>
  <script>
    const push = (distance) => {
      const pusher = document.getElementById('pusher');
      pusher.style.height = pusher.offsetHeight + distance + 'px';
    };
  </script>`;

/** How far the block is pushed, in CSS pixels: before a click, within 500 ms of it, and well after. */
export const PUSHES = { before: 20, within: 120, after: 60 } as const;

/** A page with a shift, and after a click one at once and one later, more than a second after the first. */
export const SHIFTS_AROUND_CLICK = `${PUSHED}
  <button style="position: fixed; bottom: 0">Push</button>
  <script>
    known.afterPaint(() => push(${PUSHES.before}));
    document.querySelector('button').onclick = () => {
      setTimeout(push, 100, ${PUSHES.within});
      setTimeout(push, 1500, ${PUSHES.after});
    };
  </script>`;

/** How far each step of the page below pushes, in CSS pixels. */
export const STEP = 30;

/** A page with a shift, and one more after each of the gaps (ms), counted from the shift before as the browser dates it. */
export function shiftsWithGaps(gaps: readonly number[]): string {
  return `${PUSHED}
  <script>
    const gaps = ${JSON.stringify(gaps)};
    new PerformanceObserver((list) => {
      for (const { startTime } of list.getEntries()) {
        const gap = gaps.shift();
        if (gap !== undefined) setTimeout(push, startTime + gap - performance.now(), ${STEP});
      }
    }).observe({ type: 'layout-shift' });
    known.afterPaint(() => push(${STEP}));
  </script>`;
}

/** What one push of `distance` scores: impact fraction times distance fraction (https://wicg.github.io/layout-instability/). */
export function scoreOf(distance: number, viewport: { readonly width: number; readonly height: number }): number {
  const impact = (BLOCK_HEIGHT + distance) / viewport.height;
  return impact * (distance / Math.max(viewport.width, viewport.height));
}
