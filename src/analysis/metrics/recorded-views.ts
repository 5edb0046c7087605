import type { ViewAnalysis } from '../../model/analysis.ts';
import {
  METRIC_NAMES,
  type MetricName,
  type MetricRecord,
  VITAL_NAMES,
  type VitalRecord,
} from '../../model/metrics.ts';
import type { PageLoadRecord } from '../../model/page-load.ts';
import { viewsOf } from '../views.ts';
import { latestVitals } from './latest-vitals.ts';
import { whyUnsupported } from './metric-support.ts';
import { rate } from './thresholds.ts';

/** The views of a page load with the vitals that are in its record: what can be shown before an entry was read. */
export function recordedViews(pageLoad: PageLoadRecord): readonly ViewAnalysis[] {
  const vitalOf = latestVitals(pageLoad.vitals);
  return viewsOf(pageLoad).map((view) => ({
    ...view,
    metrics: METRIC_NAMES.map((name): MetricRecord => {
      const unsupported = whyUnsupported(name, pageLoad);
      if (unsupported !== null) return withoutValue(name, 'unsupported', unsupported);
      const vital = VITAL_NAMES.flatMap((vitalName) =>
        vitalName === name ? (vitalOf(view.viewId, vitalName) ?? []) : [],
      );
      return vital[0] === undefined ? withoutValue(name, 'no-data', UNREAD) : recorded(vital[0]);
    }),
  }));
}

const UNREAD = 'The entries of the page load are still being read.';

function withoutValue(name: MetricName, state: 'unsupported' | 'no-data', stateReason: string): MetricRecord {
  return { name, value: null, rating: null, state, stateReason, final: false, attribution: {} };
}

function recorded({ name, value, final, attribution }: VitalRecord): MetricRecord {
  return { name, value, rating: rate(name, value), state: 'measured', stateReason: null, final, attribution };
}
