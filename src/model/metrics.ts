import type { Json } from './json.ts';
import type { Milliseconds } from './units.ts';

/** The metrics that web-vitals measures in the page. */
export const VITAL_NAMES = ['LCP', 'CLS', 'INP', 'FCP', 'TTFB'] as const;
export type VitalName = (typeof VITAL_NAMES)[number];

/** Every metric of a view; FID comes from `first-input`, TBT and TTI are derived in analysis. */
export const METRIC_NAMES = [...VITAL_NAMES, 'FID', 'TBT', 'TTI'] as const;
export type MetricName = (typeof METRIC_NAMES)[number];

/** The metrics' names in full. */
export const METRIC_TITLES: Readonly<Record<MetricName, string>> = {
  LCP: 'Largest Contentful Paint',
  CLS: 'Cumulative Layout Shift',
  INP: 'Interaction to Next Paint',
  FCP: 'First Contentful Paint',
  TTFB: 'Time to First Byte',
  FID: 'First Input Delay',
  TBT: 'Total Blocking Time',
  TTI: 'Time to Interactive',
};

/** Good up to the first threshold, needs improvement up to the second, poor above (https://web.dev/articles/vitals). */
export type Rating = 'good' | 'needs-improvement' | 'poor';

/**
 * How far a metric can be trusted: `inflated` has a value that the circumstances made worse (loaded in the background ...);
 * `no-data` was supported but nothing happened; `unsupported` is not measured by this browser.
 */
export type MetricState = 'measured' | 'no-data' | 'unsupported' | 'inflated';

/** Why a metric is what it is: JSON copy of web-vitals' attribution, nodes replaced by selectors, entries by their own facts. */
export type Attribution = { readonly [key: string]: Json | undefined };

/**
 * One reading of a vital as the collector sent it: `value` in ms (CLS: unitless), `revision` grows with each reading of the
 * same view and name, `final` says that the page can no longer change it.
 */
export interface VitalRecord {
  readonly name: VitalName;
  readonly viewId: string;
  readonly id: string;
  readonly value: number;
  readonly navigationType: string;
  readonly revision: number;
  readonly final: boolean;
  readonly attribution: Attribution;
}

/** A metric of one view with its verdict. `value` (ms; CLS unitless) is null unless the state is measured or inflated. */
export interface MetricRecord {
  readonly name: MetricName;
  readonly value: number | null;
  readonly rating: Rating | null;
  readonly state: MetricState;
  readonly stateReason: string | null;
  readonly final: boolean;
  readonly attribution: Attribution;
}

/** What opened a view of a page load. */
export const VIEW_KINDS = ['load', 'soft-navigation', 'same-document', 'bfcache', 'prerender'] as const;
export type ViewKind = (typeof VIEW_KINDS)[number];

/** The part of a page load between soft navigations, restores from bfcache and prerender activation. */
export interface ViewRecord {
  readonly viewId: string;
  readonly kind: ViewKind;
  readonly url: string;
  readonly startTime: Milliseconds;
}
