// Takes the place of two of web-vitals' own modules (`vite.config.ts`): this script starts when a prerendered page is shown, and what
// web-vitals would put off was delivered at a time of our own (`deferred-observer.ts`), late enough for the entries that belong together
// to be there, or the page is hidden.

/** Calls back at once. */
export function whenActivated(callback: () => void): void {
  callback();
}

export { whenActivated as whenIdleOrHidden };
