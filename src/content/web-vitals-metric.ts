// Takes the place of web-vitals' own module of this name (`vite.config.ts`), less ratings, which are analysis' to give, and less what it
// does for a page that is still prerendered or was restored before this script started.

import { getNavigationEntry } from './web-vitals-navigation.ts';

/** A metric without a reading; that of the document's own navigation unless told of another. */
export function initMetric(
  name: string,
  value = -1,
  navigationType?: string,
  navigationId?: number,
  navigationInteractionId?: number,
  _url?: string,
  navigationStartTime = 0,
): object {
  const hard = getNavigationEntry();
  return {
    name,
    value,
    entries: [],
    id: crypto.randomUUID(),
    navigationType: navigationType ?? typeOf(hard),
    navigationId: navigationId || hard?.navigationId || 0,
    navigationInteractionId,
    navigationStartTime,
  };
}

function typeOf(hard: ReturnType<typeof getNavigationEntry>): string {
  if (!hard) return 'navigate';
  if (hard.activationStart) return 'prerender';
  const { wasDiscarded } = document as Document & { readonly wasDiscarded?: boolean };
  return wasDiscarded ? 'restore' : hard.type.replace('_', '-');
}
