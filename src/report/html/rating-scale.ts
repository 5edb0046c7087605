import { formatMetric } from '../../analysis/format.ts';
import { METRIC_THRESHOLDS } from '../../analysis/metrics/thresholds.ts';
import type { MetricName } from '../../model/metrics.ts';
import { html, type SafeHtml } from './escape.ts';

/** Where on the scale, in percent of its width, "good" and "needs improvement" end. */
const ENDS = [40, 80] as const;

/**
 * The value as a line on a scale of three zones with the thresholds written under it. The zones have fixed widths, so that all
 * cards read alike; inside a zone the scale is linear, and the last one ends at twice its threshold.
 */
export function ratingScale(name: MetricName, value: number): SafeHtml {
  const [good, needsImprovement] = METRIC_THRESHOLDS[name];
  const [first, second] = ENDS;
  const x = `${position(value, good, needsImprovement).toFixed(1)}%`;
  const limit = (threshold: number) =>
    formatMetric({
      name,
      value: threshold,
      rating: null,
      state: 'measured',
      stateReason: null,
      final: true,
      attribution: {},
    });
  return html`<svg class="scale" width="100%" height="10" aria-hidden="true"><rect class="z0" y="3" width="${first}%" height="4"/>
<rect class="z1" x="${first}%" y="3" width="${second - first}%" height="4"/><rect class="z2" x="${second}%" y="3" width="${100 - second}%" height="4"/>
<line x1="${x}" x2="${x}" y1="0" y2="10"/><line x1="${x}" x2="${x}" y1="0" y2="10"/></svg>
<p class="ends" aria-label="Good up to ${limit(good)}, poor above ${limit(needsImprovement)}"><span class="e0">${limit(good)}</span><span class="e1">${limit(needsImprovement)}</span></p>
`;
}

function position(value: number, good: number, needsImprovement: number): number {
  const [first, second] = ENDS;
  if (value <= good) return (Math.max(0, value) / good) * first;
  if (value <= needsImprovement) return first + ((value - good) / (needsImprovement - good)) * (second - first);
  return Math.min(100, second + ((value - needsImprovement) / needsImprovement) * (100 - second));
}
