import type { ViewAnalysis } from '../../model/analysis.ts';
import {
  type Attribution,
  METRIC_NAMES,
  type MetricName,
  type MetricRecord,
  type ViewRecord,
  type VitalRecord,
} from '../../model/metrics.ts';
import type { PageLoadRecord } from '../../model/page-load.ts';
import type { Milliseconds } from '../../model/units.ts';
import { formatMs } from '../format.ts';
import { isLoad } from '../views.ts';
import { type InteractionEvidence, inpAttribution } from './attribution/interaction-attribution.ts';
import { fcpAttribution, ttfbAttribution } from './attribution/paint-attribution.ts';
import { type DerivedInput, type Reading, readFid, readInteractivity } from './derived-metrics.ts';
import { harMetrics } from './har-metrics.ts';
import { latestVitals } from './latest-vitals.ts';
import { whyUnsupported } from './metric-support.ts';
import type { PageMoments } from './page-moments.ts';
import { rate } from './thresholds.ts';
import { firstHidden } from './visibility.ts';

/** Every view with its metrics, in the order of METRIC_NAMES. */
export function viewMetrics(
  pageLoad: Pick<PageLoadRecord, 'vitals' | 'browser' | 'supportedEntryTypes' | 'har'>,
  input: DerivedInput & InteractionEvidence,
): readonly ViewAnalysis[] {
  const { har } = pageLoad;
  if (har) return input.views.map((view) => ({ ...view, metrics: harMetrics(har) }));
  const vitalOf = latestVitals(pageLoad.vitals);
  return input.views.map((view) => {
    const interactivity = readInteractivity(view, input);
    const start = Math.max(view.startTime, isLoad(view) ? input.moments.activationStart : 0);
    const read = (name: MetricName): Reading => {
      switch (name) {
        case 'FID':
          return readFid(view, input);
        case 'TBT':
        case 'TTI':
          return interactivity[name];
        default:
          return readVital(name, vitalOf(view.viewId, name), view, input);
      }
    };
    const metrics = METRIC_NAMES.map((name): MetricRecord => {
      const unsupported = whyUnsupported(name, pageLoad);
      if (unsupported !== null) return absent(name, 'unsupported', unsupported);
      const reading = read(name);
      if (reading.value === null) return absent(name, 'no-data', reading.reason);
      const { value, final, attribution } = reading;
      const inflated = whyInflated(name, start, value, input.moments);
      const state = inflated === null ? 'measured' : 'inflated';
      return { name, value, rating: rate(name, value), state, stateReason: inflated, final, attribution };
    });
    return { ...view, metrics };
  });
}

function absent(name: MetricName, state: 'unsupported' | 'no-data', stateReason: string): MetricRecord {
  return { name, value: null, rating: null, state, stateReason, final: false, attribution: {} };
}

function readVital(
  name: MetricName,
  vital: VitalRecord | null,
  view: ViewRecord,
  input: DerivedInput & InteractionEvidence,
): Reading {
  const { moments } = input;
  if (vital !== null) return { value: vital.value, final: vital.final, attribution: attributionOf(vital, view, input) };
  if (name === 'INP') return { value: null, reason: 'Nobody has clicked, tapped or typed in this view yet.' };
  const hidden = firstHidden(moments.hidden, view.startTime, view.startTime + 1);
  if (isLoad(view) && hidden !== undefined && SLOWED_WHEN_HIDDEN.has(name)) {
    return { value: null, reason: `The page was opened in the background; browsers report no ${name} then.` };
  }
  return { value: null, reason: `The browser has not reported ${name} for this view.` };
}

/** LCP and CLS come with their attribution; that of the others is in the entries. */
function attributionOf(vital: VitalRecord, view: ViewRecord, evidence: InteractionEvidence): Attribution {
  if (vital.name === 'INP') return inpAttribution(vital, evidence);
  if (!isLoad(view)) return vital.attribution;
  if (vital.name === 'FCP') return fcpAttribution(vital.value, evidence.navigation);
  return vital.name === 'TTFB' ? ttfbAttribution(vital.value, evidence.navigation) : vital.attribution;
}

/** Metrics that wait for a paint or for the page's timers, both of which browsers hold back in hidden pages. */
const SLOWED_WHEN_HIDDEN: ReadonlySet<MetricName> = new Set(['LCP', 'FCP', 'TBT', 'TTI']);

function whyInflated(name: MetricName, start: Milliseconds, value: Milliseconds, moments: PageMoments): string | null {
  if (!SLOWED_WHEN_HIDDEN.has(name)) return null;
  const until = name === 'TBT' ? (moments.firstContentfulPaint ?? start) : start + value;
  const hidden = firstHidden(moments.hidden, start, until);
  if (hidden === undefined) return null;
  const span = Number.isFinite(hidden.end) ? `until ${formatMs(hidden.end)}` : 'since then';
  return `The page was hidden from ${formatMs(hidden.start)} ${span}, while ${name} was being measured.`;
}
