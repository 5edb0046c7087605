import type { MetricWithAttribution } from 'web-vitals/attribution';
import { onCLS, onFCP, onINP, onLCP, onTTFB } from 'web-vitals/attribution';
import type { VitalName, VitalRecord } from '../model/metrics.ts';
import { attributionOf } from './attribution.ts';
import { selectorOf } from './selector.ts';
import { viewIdOf } from './views.ts';

/** Vitals whose first reading is their last. */
const SETTLED: ReadonlySet<VitalName> = new Set(['FCP', 'TTFB']);

/** Marks readings as final when the page can no longer change them; each goes out again with a higher revision. */
export interface VitalsWatch {
  /** Of all vitals, or of the one named. */
  finalize(name?: VitalName): void;
}

/** Reads LCP, CLS, INP, FCP and TTFB with attribution; `report` gets each change of each view. */
export function watchVitals(report: (vital: VitalRecord) => void): VitalsWatch {
  const latest = new Map<string, VitalRecord>();

  function store(vital: VitalRecord): void {
    latest.set(`${vital.viewId} ${vital.name}`, vital);
    report(vital);
  }

  function onMetric(metric: MetricWithAttribution): void {
    const viewId = viewIdOf(metric);
    const previous = latest.get(`${viewId} ${metric.name}`);
    store({
      name: metric.name,
      viewId,
      id: metric.id,
      value: metric.value,
      navigationType: metric.navigationType,
      revision: (previous?.revision ?? 0) + 1,
      final: SETTLED.has(metric.name),
      attribution: attributionOf(metric.attribution),
    });
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
    finalize(name) {
      for (const vital of latest.values()) {
        if (!vital.final && (name === undefined || vital.name === name)) {
          store({ ...vital, final: true, revision: vital.revision + 1 });
        }
      }
    },
  };
}
