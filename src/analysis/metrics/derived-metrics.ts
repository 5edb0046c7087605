import type { Attribution, ViewRecord } from '../../model/metrics.ts';
import type { LongTaskRecord } from '../../model/timeline.ts';
import type { Milliseconds } from '../../model/units.ts';
import { isLoad, viewAt } from '../views.ts';
import type { CrowdedSpan } from './crowded-spans.ts';
import type { PageMoments } from './page-moments.ts';
import { timeToInteractive } from './time-to-interactive.ts';
import { totalBlockingTime } from './total-blocking-time.ts';
import { firstHidden } from './visibility.ts';

/** What the metrics that no browser reports are derived from. */
export interface DerivedInput {
  readonly views: readonly ViewRecord[];
  readonly moments: PageMoments;
  /** When more than two requests were in flight. */
  readonly crowded: readonly CrowdedSpan[];
  readonly longTasks: readonly LongTaskRecord[];
  readonly observedUntil: Milliseconds;
}

/** A value in ms from the start of its view, or why there is none. */
export type Reading =
  | { readonly value: Milliseconds; readonly final: boolean; readonly attribution: Attribution }
  | { readonly value: null; readonly reason: string };

/** First Input Delay of a view: how long its first input waited for a handler (https://web.dev/articles/fid). */
export function readFid(view: ViewRecord, { views, moments }: DerivedInput): Reading {
  const entry = moments.firstInputs.find(({ startTime }) => viewAt(views, startTime)?.viewId === view.viewId);
  if (entry === undefined) return { value: null, reason: 'Nobody has clicked, tapped or typed in this view yet.' };
  const attribution = { eventTarget: entry.target, eventType: entry.name, eventTime: entry.startTime };
  return { value: Math.max(0, entry.processingStart - entry.startTime), final: true, attribution };
}

/** Time to Interactive and Total Blocking Time of a view, which need each other. */
export function readInteractivity(
  view: ViewRecord,
  input: DerivedInput,
): { readonly TTI: Reading; readonly TBT: Reading } {
  const { moments, longTasks } = input;
  const firstContentfulPaint = moments.firstContentfulPaint;
  if (!isLoad(view)) return none('Measured for page loads only, not inside a page that is already there.');
  if (firstContentfulPaint === null) {
    const inBackground = firstHidden(moments.hidden, view.startTime, view.startTime + 1) !== undefined;
    return none(
      inBackground
        ? 'The page was opened in the background and was not painted before it was shown, from which TTI and TBT count.'
        : 'The page has not painted any content yet.',
    );
  }
  const moment = timeToInteractive({ ...input, firstContentfulPaint, domContentLoaded: moments.domContentLoaded ?? 0 });
  if (moment === null) {
    return none('The page was not yet seen quiet for 5 s (no long task, at most two requests), which marks its end.');
  }
  const start = Math.max(view.startTime, moments.activationStart);
  const span = { from: firstContentfulPaint, to: moment };
  return {
    TTI: { value: Math.max(0, moment - start), final: true, attribution: span },
    TBT: { value: totalBlockingTime(longTasks, firstContentfulPaint, moment), final: true, attribution: span },
  };
}

function none(reason: string): { readonly TTI: Reading; readonly TBT: Reading } {
  return { TTI: { value: null, reason }, TBT: { value: null, reason } };
}
