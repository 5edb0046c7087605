import type { ViewAnalysis } from '../../model/analysis.ts';
import type { LayoutShiftSource, Rect, Selector } from '../../model/entries.ts';
import type { LayoutShiftRecord } from '../../model/timeline.ts';

/** What stands behind a shift, as far as its sources tell. */
export interface ShiftCause {
  /** `appeared`: the likely culprit, it came into view and pushed the others; `moved`: the most shifted of the victims. */
  readonly kind: 'appeared' | 'moved';
  readonly selector: Selector;
  /** The other elements among the sources, the most shifted first. */
  readonly others: readonly string[];
  /** How far the element moved, in CSS pixels. */
  readonly distance: number;
}

/** More names make the sentence a list; the entry itself holds at most five sources. */
const MAX_OTHERS = 3;

/**
 * The element to name for a shift. The sources that the browser lists are those that moved, so what pushed them is among them
 * only when it moved itself: a banner that slides in shows more of itself than before and ends above all others. Else the
 * element is named that web-vitals holds responsible (when this is the shift that it looked at), else the one with most area.
 */
export function shiftCause(shift: LayoutShiftRecord, views: readonly ViewAnalysis[]): ShiftCause {
  const sources = shift.sources.toSorted((a, b) => impact(b) - impact(a));
  const appeared = sources.find((source) => source.node !== null && cameIntoView(source) && isTopmost(source, sources));
  const target = attributedTarget(shift, views);
  const source = appeared ?? sources.find(({ node }) => node !== null && node === target) ?? sources[0];
  const selector = source?.node ?? target;
  const names = sources.flatMap(({ node }) => (node === null || node === selector ? [] : [node]));
  return {
    kind: appeared === undefined ? 'moved' : 'appeared',
    selector,
    others: [...new Set(names)].slice(0, MAX_OTHERS),
    distance: source === undefined ? 0 : distanceOf(source),
  };
}

/** CLS attribution names one element for the largest shift of a view. */
function attributedTarget({ startTime }: LayoutShiftRecord, views: readonly ViewAnalysis[]): Selector {
  for (const { metrics } of views) {
    const attribution = metrics.find(({ name }) => name === 'CLS')?.attribution;
    const { largestShiftTime, largestShiftTarget } = attribution ?? {};
    if (largestShiftTime === startTime && typeof largestShiftTarget === 'string') return largestShiftTarget || null;
  }
  return null;
}

/** Rects are cut to the viewport, so what is pushed down or out shows less of itself, and what slides in more. */
function cameIntoView({ previousRect, currentRect }: LayoutShiftSource): boolean {
  return area(currentRect) > area(previousRect);
}

function isTopmost({ currentRect: [, top] }: LayoutShiftSource, sources: readonly LayoutShiftSource[]): boolean {
  return sources.every(({ currentRect: [, y, width, height] }) => width * height === 0 || y >= top);
}

function impact({ previousRect, currentRect }: LayoutShiftSource): number {
  return Math.max(area(previousRect), area(currentRect));
}

function distanceOf({ previousRect: [x, y], currentRect: [newX, newY] }: LayoutShiftSource): number {
  return Math.max(Math.abs(newX - x), Math.abs(newY - y));
}

function area([, , width, height]: Rect): number {
  return width * height;
}
