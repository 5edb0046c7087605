import type { VisibilityStateEntry } from '../../model/entries.ts';
import type { Milliseconds } from '../../model/units.ts';

/** A span in which the page could not be seen; `end` is infinite while it still cannot. */
export interface HiddenSpan {
  readonly start: Milliseconds;
  readonly end: Milliseconds;
}

/** The spans between each change to hidden and the next change to visible. Empty where the browser has no such entries. */
export function hiddenSpans(entries: readonly VisibilityStateEntry[]): readonly HiddenSpan[] {
  const spans: HiddenSpan[] = [];
  let hiddenSince: Milliseconds | null = null;
  for (const { name, startTime } of entries.toSorted((a, b) => a.startTime - b.startTime)) {
    if (name === 'hidden') hiddenSince ??= startTime;
    else if (hiddenSince !== null) {
      spans.push({ start: hiddenSince, end: startTime });
      hiddenSince = null;
    }
  }
  return hiddenSince === null ? spans : [...spans, { start: hiddenSince, end: Number.POSITIVE_INFINITY }];
}

/**
 * The first time the page was hidden in `from` to `before`. A span that began earlier does not count: it is the time in
 * bfcache or in prerender that the view itself ended.
 */
export function firstHidden(
  spans: readonly HiddenSpan[],
  from: Milliseconds,
  before: Milliseconds,
): HiddenSpan | undefined {
  return spans.find(({ start }) => start >= from && start < before);
}
