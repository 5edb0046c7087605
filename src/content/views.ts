import type { MetricType } from 'web-vitals';
import { boundedUrl } from '../channel/clean-text.ts';
import type { ViewRecord } from '../model/metrics.ts';
import { getActivationStart } from './web-vitals-navigation.ts';

/** The view that a document starts with. */
export function firstView(): ViewRecord {
  const startTime = getActivationStart();
  return { viewId: 'load', kind: startTime > 0 ? 'prerender' : 'load', url: boundedUrl(location.href), startTime };
}

/** The view that a restore from bfcache opens; `restoredAt` is the `pageshow` event's time. */
export function restoredView(restoredAt: number): ViewRecord {
  return { viewId: restoredViewId(restoredAt), kind: 'bfcache', url: boundedUrl(location.href), startTime: restoredAt };
}

/** The view that a `soft-navigation` entry opens (https://wicg.github.io/soft-navigations/). */
export function softNavigationView(entry: PerformanceEntry & { readonly navigationId?: number }): ViewRecord {
  return {
    viewId: softViewId(entry.navigationId),
    kind: 'soft-navigation',
    url: boundedUrl(entry.name),
    startTime: entry.startTime,
  };
}

/** The view that a metric belongs to, as web-vitals tells it. */
export function viewIdOf(metric: MetricType): string {
  if (metric.navigationType === 'soft-navigation') return softViewId(metric.navigationId);
  if (metric.navigationType === 'back-forward-cache') return restoredViewId(metric.navigationStartTime ?? 0);
  return 'load';
}

function softViewId(navigationId: number | undefined): string {
  return `soft-${navigationId ?? 0}`;
}

function restoredViewId(restoredAt: number): string {
  return `bfcache-${Math.round(restoredAt)}`;
}
