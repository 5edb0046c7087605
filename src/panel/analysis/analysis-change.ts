import { changedWindow } from '../../analysis/changed-window.ts';
import type { PageAnalysis } from '../../model/analysis.ts';

/** The lists of an analysis that grow with the page. What is no longer than a screen, or made anew each time, is not among them. */
const GROWING_LISTS = [
  'resources',
  'layoutShifts',
  'longTasks',
  'animationFrames',
  'interactions',
  'userTimings',
  'heapSamples',
  'images',
  'failedResources',
  'scriptErrors',
] as const;

export type ListName = (typeof GROWING_LISTS)[number];

/** `items` stand in the next version of a list where `from` to `toBefore` was; around them both hold the same. */
interface ListChange<T> {
  readonly from: number;
  readonly toBefore: number;
  readonly items: readonly T[];
}

/** What makes one version of an analysis out of another, at the cost of what is new. */
export interface AnalysisChange {
  readonly lists: { readonly [L in ListName]: ListChange<PageAnalysis[L][number]> };
  readonly rest: Omit<PageAnalysis, ListName>;
}

/** Some items of a list, sent ahead of their change. */
export interface AnalysisPart {
  readonly list: ListName;
  readonly items: readonly unknown[];
}

/** What changed since `before`; null: all of it. */
export function changeOf(before: PageAnalysis | null, after: PageAnalysis): AnalysisChange {
  const { ...rest }: Record<string, unknown> = { ...after };
  const lists = GROWING_LISTS.map((list) => {
    delete rest[list];
    const known: readonly unknown[] = before?.[list] ?? [];
    const { from, toBefore, toAfter } = changedWindow(known, after[list]);
    return [list, { from, toBefore, items: after[list].slice(from, toAfter) }] as const;
  });
  return { lists: Object.fromEntries(lists), rest } as unknown as AnalysisChange;
}

/** The version after a change. */
export function applyChange(before: PageAnalysis | null, { lists, rest }: AnalysisChange): PageAnalysis {
  const grown = GROWING_LISTS.map((list) => {
    const known: readonly unknown[] = before?.[list] ?? [];
    const { from, toBefore, items } = lists[list];
    const isSame = items.length === 0 && from === toBefore;
    return [list, isSame ? known : known.slice(0, from).concat(items, known.slice(toBefore))] as const;
  });
  return { ...rest, ...Object.fromEntries(grown) } as PageAnalysis;
}

/** Takes long lists out of a change, as parts of at most `maxItems`: who gets them has a pause between any two. */
export function takeParts(
  { lists, rest }: AnalysisChange,
  maxItems: number,
): { readonly parts: readonly AnalysisPart[]; readonly change: AnalysisChange } {
  const parts: AnalysisPart[] = [];
  const short = GROWING_LISTS.map((list) => {
    const { items, ...place } = lists[list];
    if (items.length <= maxItems) return [list, lists[list]] as const;
    for (let at = 0; at < items.length; at += maxItems) parts.push({ list, items: items.slice(at, at + maxItems) });
    return [list, { ...place, items: [] }] as const;
  });
  return { parts, change: { lists: Object.fromEntries(short), rest } as unknown as AnalysisChange };
}

/** Puts parts back where they were taken out. */
export function putParts(parts: readonly AnalysisPart[], { lists, rest }: AnalysisChange): AnalysisChange {
  const whole = GROWING_LISTS.map((list) => {
    const ahead = parts.filter((part) => part.list === list).map(({ items }) => items);
    return [list, ahead.length === 0 ? lists[list] : { ...lists[list], items: ahead.flat() }] as const;
  });
  return { lists: Object.fromEntries(whole), rest } as unknown as AnalysisChange;
}
