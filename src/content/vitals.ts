import type { MetricWithAttribution } from 'web-vitals/attribution';
import { onCLS, onFCP, onINP, onLCP, onTTFB } from 'web-vitals/attribution';
import type { VitalName, VitalRecord } from '../model/metrics.ts';
import { attributionOf } from './attribution.ts';
import { selectorOf } from './selector.ts';
import { viewIdOf } from './views.ts';

/** Vitals whose first reading is their last. */
const SETTLED: ReadonlySet<VitalName> = new Set(['FCP', 'TTFB']);

/** The vitals of a document as they stand. */
export interface VitalsWatch {
  /** The readings that are new since the last call, the latest of each view and name. */
  takeChanged(): readonly VitalRecord[];
  /** Marks readings as final, since the page can no longer change them: of all vitals, or of the one named. */
  finalize(name?: VitalName): void;
}

/** One vital of one view: web-vitals' metric is made into a record only when it is asked for, since most readings never are. */
interface Reading {
  metric: MetricWithAttribution;
  final: boolean;
  revision: number;
  changed: boolean;
}

/** Reads LCP, CLS, INP, FCP and TTFB with attribution on every change; `onChange` is called then. */
export function watchVitals(onChange: () => void): VitalsWatch {
  const readings = new Map<string, Reading>();

  function onMetric(metric: MetricWithAttribution): void {
    const key = `${viewIdOf(metric)} ${metric.name}`;
    const revision = (readings.get(key)?.revision ?? 0) + 1;
    readings.set(key, { metric, final: SETTLED.has(metric.name), revision, changed: true });
    onChange();
  }

  const options = {
    reportAllChanges: true,
    reportSoftNavs: true,
    generateTarget: (node: Node | null) => selectorOf(node) ?? undefined,
  };
  onLCP(onMetric, options);
  onCLS(onMetric, options);
  onINP(onMetric, options);
  onFCP(onMetric, options);
  onTTFB(onMetric, options);

  return {
    takeChanged() {
      const changed = [...readings.values()].filter((reading) => reading.changed);
      for (const reading of changed) reading.changed = false;
      return changed.map(recordOf);
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
  const { name, id, value, navigationType, attribution } = metric;
  return {
    name,
    viewId: viewIdOf(metric),
    id,
    value,
    navigationType,
    revision,
    final,
    attribution: attributionOf(attribution),
  };
}
