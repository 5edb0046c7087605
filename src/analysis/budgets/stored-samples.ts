import type { ViewValues } from '../../model/budget-history.ts';
import type { PageLoadRecord } from '../../model/page-load.ts';
import type { BaselineSample } from './baseline.ts';

/** Kept values as samples for baselines. */
export function storedSamples(
  records: readonly (Pick<PageLoadRecord, 'pageLoadId' | 'sessionId' | 'timeOrigin'> & {
    readonly views: readonly ViewValues[];
  })[],
): readonly BaselineSample[] {
  return records
    .toSorted((a, b) => a.timeOrigin - b.timeOrigin)
    .flatMap(({ pageLoadId, sessionId, timeOrigin, views }) =>
      views.map(({ pattern, values }) => ({
        ...{ pageLoadId, sessionId, timeOrigin, pattern },
        value: (metric: string) => values[metric] ?? null,
      })),
    );
}
