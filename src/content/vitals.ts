import type { MetricType } from 'web-vitals';
import { onCLS } from 'web-vitals/attribution/onCLS.js';
import { onLCP } from 'web-vitals/attribution/onLCP.js';
import { onFCP } from 'web-vitals/onFCP.js';
import { onINP } from 'web-vitals/onINP.js';
import { onTTFB } from 'web-vitals/onTTFB.js';
import type { Attribution, VitalName, VitalRecord } from '../model/metrics.ts';
import { attributionOf } from './attribution.ts';
import { viewIdOf } from './views.ts';

/** Vitals whose first reading is their last. */
const SETTLED: readonly VitalName[] = ['FCP', 'TTFB'];

/** The vitals of a document as they stand. */
export interface VitalsWatch {
  /** The readings that are new since the last hand-over, the latest of each view and name. */
  changed(): readonly VitalRecord[];
  /** They are on their way. */
  handedOver(): void;
  /** Marks readings as final, since the page can no longer change them: of all vitals, or of the one named. */
  finalize(name?: VitalName): void;
}

/** One vital of one view: web-vitals' metric is made into a record only when it is asked for, since most readings never are. */
interface Reading {
  metric: MetricType;
  final: boolean;
  revision: number;
  changed: boolean;
}

/**
 * Reads LCP, CLS, INP, FCP and TTFB on every change; `onChange` is called then. LCP and CLS come with web-vitals' attribution,
 * since they need the live nodes; that of the others is in the entries, and analysis takes it from there at no cost to the page.
 */
export function watchVitals(onChange: () => void): VitalsWatch {
  const readings = new Map<string, Reading>();

  function onMetric(metric: MetricType): void {
    const key = `${viewIdOf(metric)} ${metric.name}`;
    const revision = (readings.get(key)?.revision ?? 0) + 1;
    readings.set(key, { metric, final: SETTLED.includes(metric.name), revision, changed: true });
    onChange();
  }

  const options = { reportAllChanges: true, reportSoftNavs: true };
  for (const watch of [onLCP, onCLS, onINP, onFCP, onTTFB]) watch(onMetric, options);

  return {
    changed: () => [...readings.values()].filter(({ changed }) => changed).map(recordOf),
    handedOver() {
      for (const reading of readings.values()) reading.changed = false;
    },
    finalize(name) {
      for (const reading of readings.values()) {
        if (reading.final || (name !== undefined && reading.metric.name !== name)) continue;
        reading.final = true;
        reading.revision += 1;
        reading.changed = true;
      }
    },
  };
}

function recordOf({ metric, final, revision }: Reading): VitalRecord {
  const { name, id, value, navigationType } = metric;
  return {
    name,
    viewId: viewIdOf(metric),
    id,
    value,
    navigationType,
    revision,
    final,
    attribution: evidenceOf(metric),
  };
}

/** web-vitals' attribution where it made one; of INP which interaction it is. */
function evidenceOf(metric: MetricType): Attribution {
  if ('attribution' in metric) return attributionOf(metric.attribution as object);
  const [entry] = metric.entries;
  if (metric.name !== 'INP' || !entry) return {};
  return { interactionTime: entry.startTime, interactionType: entry.name.startsWith('key') ? 'keyboard' : 'pointer' };
}
