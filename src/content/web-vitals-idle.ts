// Takes the place of web-vitals' own module of this name (`vite.config.ts`): both browsers have `requestIdleCallback`.

/** Calls back in the next idle moment, or when the page is hidden if that comes first. */
export function whenIdleOrHidden(callback: () => void): void {
  if (document.visibilityState === 'hidden') {
    callback();
    return;
  }
  // web-vitals' own timeout, so that interactions are weighed when it would.
  const idle = requestIdleCallback(run, { timeout: 1000 });
  addEventListener('visibilitychange', run, true);

  function run(): void {
    cancelIdleCallback(idle);
    removeEventListener('visibilitychange', run, true);
    callback();
  }
}
