/** How long the page holds the main thread, in ms: before its first paint, and in tasks after it. */
export const BUSY_MS = { beforePaint: 130, afterPaint: [90, 160] } as const;

/** A page that is busy before its first contentful paint and in two tasks after it, and then quiet. */
export const BUSY = `
  <h1>Busy</h1><p style="font-size: 60px">A large text to be painted</p>
  <script>
    const hold = (ms) => {
      const end = performance.now() + ms;
      while (performance.now() < end);
    };
    setTimeout(hold, 0, ${BUSY_MS.beforePaint});
    new PerformanceObserver((list, observer) => {
      if (!list.getEntriesByName('first-contentful-paint').length) return;
      observer.disconnect();
      let after = 100;
      for (const ms of ${JSON.stringify(BUSY_MS.afterPaint)}) {
        setTimeout(hold, after, ms);
        after += ms + 200;
      }
    }).observe({ type: 'paint', buffered: true });
  </script>`;
