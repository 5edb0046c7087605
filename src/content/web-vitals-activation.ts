// Takes the place of web-vitals' own module of this name (`vite.config.ts`): this script starts when a prerendered page is shown.

/** Calls back at once. */
export function whenActivated(callback: () => void): void {
  callback();
}
