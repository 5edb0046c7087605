import type { NavigationEntry } from '../../../model/entries.ts';
import type { Milliseconds } from '../../../model/units.ts';

/** How far the document was loaded at a moment, in web-vitals' words; null when the browser told nothing of the navigation. */
export function loadStateAt(moment: Milliseconds, navigation: NavigationEntry | null): string | null {
  if (navigation === null) return null;
  const { domInteractive, domContentLoadedEventStart, domComplete } = navigation;
  if (moment < (domInteractive || Number.POSITIVE_INFINITY)) return 'loading';
  if (moment < (domContentLoadedEventStart || Number.POSITIVE_INFINITY)) return 'dom-interactive';
  return moment < (domComplete || Number.POSITIVE_INFINITY) ? 'dom-content-loaded' : 'complete';
}
