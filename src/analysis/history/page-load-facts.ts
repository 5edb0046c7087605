import type { HarPage } from '../../model/har-page.ts';
import type { ViewKind } from '../../model/metrics.ts';
import type { BrowserInfo, Ledger, PageLoadRecord, PageLoadState } from '../../model/page-load.ts';
import type { HistoryRecord, PageLoadSummary, ViolationCounts } from '../../model/page-load-summary.ts';
import type { SizeTotal } from '../../model/size.ts';
import type { EpochMilliseconds } from '../../model/units.ts';
import { urlPattern } from '../budgets/url-pattern.ts';
import { viewsOf } from '../views.ts';
import { keptValuesOf, type MetricFacts, metricsOfHistory, metricsOfRecord } from './metric-facts.ts';

/** One view of a page load, as far as it can be told without its entries. */
export interface ViewFacts {
  /** Null where only a summary is left, which does not tell. */
  readonly viewId: string | null;
  readonly kind: ViewKind | null;
  readonly url: string;
  /** As `urlPattern` makes it of the URL. */
  readonly pattern: string;
  readonly startedAt: EpochMilliseconds;
  readonly metrics: MetricFacts;
  /** Null: not known; in part is not known either. */
  readonly requests: number | null;
  readonly bytes: number | null;
}

/** What a list says of a page load: all of it from its record, or from the summary that outlives it. */
export interface PageLoadFacts {
  readonly pageLoadId: string;
  readonly sessionId: string;
  readonly origin: string;
  readonly url: string;
  readonly title: string;
  readonly timeOrigin: EpochMilliseconds;
  readonly browser: BrowserInfo;
  readonly ledger: Ledger;
  /** Of a page load that was read from a HAR file. */
  readonly har?: HarPage;
  /** `summary`: its entries are gone. */
  readonly state: PageLoadState | 'summary';
  readonly baseline: boolean;
  /** Broken limits; null while nobody has evaluated them. */
  readonly violations: ViolationCounts | null;
  /** Of all views; null: not known yet. */
  readonly requests: number | null;
  readonly bytes: SizeTotal | null;
  /** In the order of their start; the first is the load itself. Of a summary, those whose values were kept. */
  readonly views: readonly ViewFacts[];
}

/** The facts of a page load that is stored. */
export function factsOfRecord(record: PageLoadRecord): PageLoadFacts {
  const records = viewsOf(record);
  const views = records.map((view, index): ViewFacts => {
    const kept = keptValuesOf(record, view, index);
    const whole = records.length === 1 ? totalOf(record.summary) : null;
    return {
      viewId: view.viewId,
      kind: view.kind,
      url: view.url,
      pattern: urlPattern(view.url),
      startedAt: record.timeOrigin + view.startTime,
      metrics: metricsOfRecord(record, view, index),
      requests: kept['resource-count:total'] ?? whole?.requests ?? null,
      bytes: kept['resource-size:total'] ?? knownBytes(whole?.transferSize),
    };
  });
  const { state, har } = record;
  return { ...commonFacts(record), ...(har && { har }), state, ...wholeOf(record.summary, views), views };
}

/** The facts of a page load of which only the summary is left. */
export function factsOfHistory(history: HistoryRecord): PageLoadFacts {
  const { summary, timeOrigin, url, budgetHistory } = history;
  const [first, ...others] = budgetHistory?.views ?? [];
  const whole = others.length === 0 ? totalOf(summary) : null;
  const load: ViewFacts = {
    viewId: null,
    kind: 'load',
    url,
    pattern: urlPattern(url),
    startedAt: timeOrigin,
    metrics: metricsOfHistory(summary, first?.values ?? {}),
    requests: first?.values['resource-count:total'] ?? whole?.requests ?? null,
    bytes: first?.values['resource-size:total'] ?? knownBytes(whole?.transferSize),
  };
  const views = others.map(
    ({ pattern, values }): ViewFacts => ({
      ...{ viewId: null, kind: null, url: pattern, pattern, startedAt: timeOrigin },
      metrics: metricsOfHistory(null, values),
      requests: values['resource-count:total'] ?? null,
      bytes: values['resource-size:total'] ?? null,
    }),
  );
  const all = [load, ...views];
  return { ...commonFacts(history), state: 'summary', ...wholeOf(summary, all), views: all };
}

function commonFacts(record: PageLoadRecord | HistoryRecord) {
  const { pageLoadId, sessionId, origin, url, title, timeOrigin, browser, ledger, baseline, violations } = record;
  return { pageLoadId, sessionId, origin, url, title, timeOrigin, browser, ledger, baseline, violations };
}

/** The summary counts everything; before it is made, the sum of what was kept of each view is the same, if all is known. */
function wholeOf(
  summary: PageLoadSummary | null,
  views: readonly ViewFacts[],
): Pick<PageLoadFacts, 'requests' | 'bytes'> {
  const total = totalOf(summary);
  if (total) return { requests: total.requests, bytes: total.transferSize };
  const bytes = sum(views.map((view) => view.bytes));
  return {
    requests: sum(views.map((view) => view.requests)),
    bytes: bytes === null ? null : { value: bytes, unknown: 0 },
  };
}

function totalOf(summary: PageLoadSummary | null) {
  return summary?.totals.find(({ resourceType }) => resourceType === 'total') ?? null;
}

function knownBytes(total: SizeTotal | undefined): number | null {
  return total && total.unknown === 0 ? total.value : null;
}

function sum(values: readonly (number | null)[]): number | null {
  return values.reduce<number | null>((total, value) => (total === null || value === null ? null : total + value), 0);
}
