// Takes the place of web-vitals' own module of this name (`vite.config.ts`), less what it does for a page that is still prerendered:
// this script starts when such a page is shown.

import { getActivationStart } from './web-vitals-navigation.ts';

interface VisibilityWatcher {
  readonly firstHiddenTime: number;
  onHidden(callback: () => void): void;
}

const onHidden = new Set<() => void>();
/** When the page was hidden first, Infinity as long as it was not, -1 before anybody asked. */
let firstHiddenTime = -1;

/** Tells when the page was hidden for the first time since it was shown; `reset` begins anew, for a soft navigation. */
export function getVisibilityWatcher(reset = false): VisibilityWatcher {
  if (reset) firstHiddenTime = Number.POSITIVE_INFINITY;
  if (firstHiddenTime < 0) {
    const hidden = performance
      .getEntriesByType('visibility-state')
      .find(({ name, startTime }) => name === 'hidden' && startTime >= getActivationStart());
    firstHiddenTime = hidden?.startTime ?? hiddenTimeNow();
    addEventListener('visibilitychange', onVisibilityChange, true);
    addEventListener('pageshow', onPageShow, true);
  }
  return {
    get firstHiddenTime() {
      return firstHiddenTime;
    },
    onHidden: (callback) => void onHidden.add(callback),
  };
}

function hiddenTimeNow(): number {
  return document.hidden ? 0 : Number.POSITIVE_INFINITY;
}

function onVisibilityChange({ timeStamp }: Event): void {
  if (!document.hidden) return;
  for (const callback of onHidden) callback();
  firstHiddenTime = Math.min(firstHiddenTime, timeStamp);
}

/** The state of the page is right a task after it came back from bfcache. */
function onPageShow({ persisted }: PageTransitionEvent): void {
  if (!persisted) return;
  setTimeout(() => {
    firstHiddenTime = hiddenTimeNow();
  });
}
