import type { Offender } from '../../model/budget.ts';
import type { MetricRecord } from '../../model/metrics.ts';
import type { ResourceRecord } from '../../model/resources.ts';
import type { LongTaskRecord } from '../../model/timeline.ts';
import type { Milliseconds } from '../../model/units.ts';
import { blockingTime } from '../metrics/total-blocking-time.ts';
import { scriptLabel } from '../timeline/script-label.ts';
import { shiftCause } from '../timeline/shift-cause.ts';
import { topBy } from '../top-by.ts';
import { UNNAMED_ELEMENT } from '../unnamed-element.ts';
import { MAX_OFFENDERS } from './max-offenders.ts';
import type { BudgetScope } from './measurement.ts';

/** What made a metric of one view larger than its limit, the largest first; empty when nothing tells. */
export function metricOffenders(
  { name, attribution }: MetricRecord,
  value: number,
  scope: BudgetScope,
  limit: number,
): readonly Offender[] {
  switch (name) {
    case 'LCP':
      return attributed(attribution.url, 'resource', value) ?? attributed(attribution.target, 'element', value) ?? [];
    case 'FID':
      return attributed(attribution.eventTarget, 'element', value) ?? [];
    case 'CLS':
      return shifts(scope);
    case 'INP':
      return interactionOffenders(scope, limit);
    case 'TBT':
    case 'TTI':
      return tasks(scope, attribution.from, attribution.to);
    case 'FCP':
      return resources(
        scope,
        ({ frame, renderBlockingStatus, initiatorType }) =>
          frame === null &&
          [renderBlockingStatus, initiatorType].some((fact) => fact === 'blocking' || fact === 'navigation'),
      );
    case 'TTFB':
      return resources(scope, ({ initiatorType }) => initiatorType === 'navigation');
  }
}

function attributed(label: unknown, kind: Offender['kind'], value: number): readonly Offender[] | null {
  return typeof label === 'string' && label !== '' ? [{ kind, label, value, unit: 'ms' }] : null;
}

function shifts({ layoutShifts, views }: BudgetScope): readonly Offender[] {
  const counted = layoutShifts.filter((shift) => !shift.hadRecentInput);
  return topBy(counted, MAX_OFFENDERS, ({ value }) => value).map((shift) => ({
    kind: 'layout-shift',
    label: shiftCause(shift, views).selector ?? UNNAMED_ELEMENT,
    value: shift.value,
    unit: 'score',
    startTime: shift.startTime,
  }));
}

/** The interactions that took longer than `limit`, the longest first. */
export function interactionOffenders(scope: BudgetScope, limit: number): readonly Offender[] {
  const slow = scope.interactions.filter((interaction) => interaction.duration > limit);
  return topBy(slow, MAX_OFFENDERS, durationOf).map(({ type, target, duration, startTime }) => ({
    kind: 'interaction',
    label: `${type} on ${target ?? UNNAMED_ELEMENT}`,
    value: duration,
    unit: 'ms',
    startTime,
  }));
}

/** The tasks that block between two moments, by the time they block. */
function tasks({ longTasks }: BudgetScope, from: unknown, to: unknown): readonly Offender[] {
  if (typeof from !== 'number' || typeof to !== 'number') return [];
  return taskOffenders(longTasks.filter(({ startTime, duration }) => startTime < to && startTime + duration > from));
}

/** The longest tasks by the time that they block, named after the script that ran longest in each. */
export function taskOffenders(longTasks: readonly LongTaskRecord[]): readonly Offender[] {
  return topBy(longTasks, MAX_OFFENDERS, durationOf).map(taskOffender);
}

function taskOffender({ startTime, duration, scripts: [script] }: LongTaskRecord): Offender {
  return {
    kind: 'long-task',
    label: script === undefined ? 'a task that the browser does not attribute' : scriptLabel(script),
    value: blockingTime(duration),
    unit: 'ms',
    startTime,
  };
}

function resources(
  scope: BudgetScope,
  isCause: (resource: BudgetScope['resources'][number]) => boolean,
): readonly Offender[] {
  return topBy(scope.resources.filter(isCause), MAX_OFFENDERS, durationOf).map(slowResource);
}

function durationOf({ duration }: { readonly duration: Milliseconds }): Milliseconds {
  return duration;
}

/** A resource by the time that it took. */
export function slowResource({ url, duration, startTime }: ResourceRecord): Offender {
  return { kind: 'resource', label: url, value: duration, unit: 'ms', startTime };
}
