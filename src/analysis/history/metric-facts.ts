import { METRIC_NAMES, type MetricName, VITAL_NAMES, type ViewRecord, type VitalName } from '../../model/metrics.ts';
import type { PageLoadRecord } from '../../model/page-load.ts';
import type { MetricSummary, PageLoadSummary } from '../../model/page-load-summary.ts';
import { urlPattern } from '../budgets/url-pattern.ts';
import { latestVitals } from '../metrics/latest-vitals.ts';
import { whyUnsupported } from '../metrics/metric-support.ts';
import { rate } from '../metrics/thresholds.ts';

/** The metrics of a view that can be told without its entries; one that is not there is not known. */
export type MetricFacts = Readonly<Partial<Record<MetricName, MetricSummary>>>;

type Values = Readonly<Record<string, number>>;

/**
 * The metrics of a view from its page load's record: what the browser cannot tell; of the first view the summary, which knows what
 * was disturbed; what the page reported; what was kept for baselines.
 */
export function metricsOfRecord(record: PageLoadRecord, view: ViewRecord, index: number): MetricFacts {
  const vitalOf = latestVitals(record.vitals);
  const kept = keptValuesOf(record, view, index);
  return collect((name) => {
    const inFile = index === 0 ? record.har?.metrics[name] : undefined;
    if (inFile) return measured(name, inFile.value);
    if (whyUnsupported(name, record) !== null) return { name, value: null, rating: null, state: 'unsupported' };
    const summed = index === 0 ? record.summary?.metrics.find((metric) => metric.name === name) : undefined;
    if (summed) return summed;
    const value = (isVital(name) ? vitalOf(view.viewId, name)?.value : undefined) ?? kept[name];
    if (value !== undefined) return measured(name, value);
    return isVital(name) ? { name, value: null, rating: null, state: 'no-data' } : undefined;
  });
}

/** The metrics of a view of which its summary is left, or values that were kept. */
export function metricsOfHistory(summary: PageLoadSummary | null, kept: Values): MetricFacts {
  return collect((name) => {
    const summed = summary?.metrics.find((metric) => metric.name === name);
    const value = kept[name];
    return summed ?? (value === undefined ? undefined : measured(name, value));
  });
}

/** What was kept of a view of a page load; nothing where its values are those of another view, written before it was there. */
export function keptValuesOf({ budgetHistory }: PageLoadRecord, view: ViewRecord, index: number): Values {
  const kept = budgetHistory?.views[index];
  return kept?.pattern === urlPattern(view.url) ? kept.values : {};
}

function collect(read: (name: MetricName) => MetricSummary | undefined): MetricFacts {
  return Object.fromEntries(
    METRIC_NAMES.flatMap((name) => {
      const metric = read(name);
      return metric ? [[name, metric] as const] : [];
    }),
  );
}

function measured(name: MetricName, value: number): MetricSummary {
  return { name, value, rating: rate(name, value), state: 'measured' };
}

function isVital(name: MetricName): name is VitalName {
  return (VITAL_NAMES as readonly string[]).includes(name);
}
