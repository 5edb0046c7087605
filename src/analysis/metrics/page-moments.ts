import type { EventEntry, NavigationEntry, PaintEntry, VisibilityStateEntry } from '../../model/entries.ts';
import type { HarPage } from '../../model/har-page.ts';
import type { Milliseconds } from '../../model/units.ts';
import { type HiddenSpan, hiddenSpans } from './visibility.ts';

/** The single moments of a page load that metrics and rules are made from, in ms from the time origin; null: not reported. */
export interface PageMoments {
  readonly firstPaint: Milliseconds | null;
  readonly firstContentfulPaint: Milliseconds | null;
  readonly domContentLoaded: Milliseconds | null;
  readonly load: Milliseconds | null;
  /** When a prerendered page was first shown; 0 for any other. */
  readonly activationStart: Milliseconds;
  readonly firstInputs: readonly EventEntry[];
  readonly hidden: readonly HiddenSpan[];
}

/** The moments of a page load from a HAR file, which tells some that entries tell otherwise. */
export function withHarMoments(moments: PageMoments, { loadEvents, metrics }: HarPage): PageMoments {
  return { ...moments, ...loadEvents, firstContentfulPaint: metrics.FCP?.value ?? null };
}

/** Collects the entries that the moments are made from. */
export interface MomentLog {
  addPaint(entry: PaintEntry): void;
  addFirstInput(entry: EventEntry): void;
  addVisibility(entry: VisibilityStateEntry): void;
  moments(navigation: NavigationEntry | null): PageMoments;
}

/** An empty log. */
export function createMomentLog(): MomentLog {
  const paints = new Map<string, Milliseconds>();
  const firstInputs: EventEntry[] = [];
  const visibility: VisibilityStateEntry[] = [];
  return {
    addPaint({ name, startTime }) {
      // The first of a name counts: after bfcache, browsers may report paints again.
      if (!paints.has(name)) paints.set(name, startTime);
    },
    addFirstInput: (entry) => firstInputs.push(entry),
    addVisibility: (entry) => visibility.push(entry),
    moments: (navigation) => ({
      firstPaint: paints.get('first-paint') ?? null,
      firstContentfulPaint: paints.get('first-contentful-paint') ?? null,
      domContentLoaded: navigation?.domContentLoadedEventEnd || null,
      load: navigation?.loadEventEnd || null,
      activationStart: navigation?.activationStart ?? 0,
      firstInputs: [...firstInputs],
      hidden: hiddenSpans(visibility),
    }),
  };
}
