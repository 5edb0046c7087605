/** Id of the animations that outline elements: what tells ours from a page's. */
export const OUTLINE_ANIMATION = 'vitalog-outline';

/** Name of the global in the extension's own world of a document that holds the first element outlined there. */
export const OUTLINED_ELEMENT = 'vitalog outlined element';

/** Elements of a page load that is open in the tab, which the panel asks to be outlined in the page. */
export interface OutlineTarget {
  readonly pageLoadId: string;
  /** As the collector names elements (`content/selector.ts`); none where the browser did not tell it the element. */
  readonly selectors: readonly string[];
  /**
   * What the element shows: tells it from others of the same selector, and finds by itself those that no browser names, which are
   * in shadow trees. Null: anything.
   */
  readonly url: string | null;
  /** Whether what shows the URL in a frame of the page is meant too. Selectors are of the top document alone. */
  readonly inFrames: boolean;
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
  /** Elements that fit the first selector, of which the first is outlined; without selectors those that show the URL, all outlined. */
  readonly matches: number;
  /** The element of the first selector, or one that shows the URL: by a selector whose `>>>` goes into a shadow tree; null: not found. */
  readonly selector: string | null;
  /** URL of the frame that it is in, without its fragment; null in the top document. */
  readonly frame: string | null;
}

/** An outline that came to nothing. */
export function noOutline(state: OutlineState): OutlineResult {
  return { state, matches: 0, selector: null, frame: null };
}

/** The best of what became of an outline in several documents; all elements that fit count. */
export function bestOutline(results: readonly OutlineResult[]): OutlineResult {
  const matches = results.reduce((sum, result) => sum + result.matches, 0);
  const best = OUTLINE_STATES.flatMap((state) => results.find((result) => result.state === state) ?? [])[0];
  return { ...(best ?? noOutline('not-found')), matches };
}
