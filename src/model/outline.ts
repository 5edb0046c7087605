/** Id of the animations that outline elements: what tells ours from a page's. */
export const OUTLINE_ANIMATION = 'vitalog-outline';

/** Elements of a page load that is open in the tab, which the panel asks to be outlined in the page. */
export interface OutlineTarget {
  readonly pageLoadId: string;
  /** As the collector names elements (`content/selector.ts`); one or several. */
  readonly selectors: readonly string[];
  /** What the element shows, which tells it from others of the same selector; null: anything. */
  readonly url: string | null;
}

/**
 * `outlined`: to be seen; `out-of-view`: outlined, but the page would have to be scrolled; `not-shown`: there, but it takes no room;
 * `not-found`: no element fits; `other-page`: the tab shows another page load; `no-access`: the browser lets nobody into the page.
 */
export const OUTLINE_STATES = ['outlined', 'out-of-view', 'not-shown', 'not-found', 'other-page', 'no-access'] as const;
export type OutlineState = (typeof OUTLINE_STATES)[number];

/** What became of an outline: the best that became of any of its elements. */
export interface OutlineResult {
  readonly state: OutlineState;
  /** Elements that fit the first selector; the first of them is outlined. */
  readonly matches: number;
}
