// Takes the place of web-vitals' own module of this name (`vite.config.ts`): both browsers have `requestIdleCallback`.

import { delivering } from './deferred-observer.ts';

/**
 * Calls back in the next idle moment; at once in a hidden page, and for what a delivery brings: it was put off long enough for the
 * entries that belong together to be there. Who waits when the page is hidden asks again then: LCP, which alone waits.
 */
export function whenIdleOrHidden(callback: () => void): void {
  if (delivering || document.visibilityState === 'hidden') callback();
  // web-vitals' own timeout.
  else requestIdleCallback(callback, { timeout: 1000 });
}
