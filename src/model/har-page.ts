import type { Attribution, MetricName } from './metrics.ts';
import type { LoadEvents } from './timeline.ts';

/** Where a page load comes from that was not recorded but read from a HAR file, which holds requests and hardly more. */
export interface HarOrigin {
  /** The program that wrote the file. */
  readonly creator: { readonly name: string; readonly version: string };
  readonly loadEvents: LoadEvents;
}

/** What a HAR file tells of a page beside its requests. */
export interface HarPage extends HarOrigin {
  /** The metrics that it holds, of the page's load; most files hold none. */
  readonly metrics: { readonly [name in MetricName]?: HarMetric };
}

/** `value` in ms (CLS: unitless). */
export interface HarMetric {
  readonly value: number;
  readonly attribution: Attribution;
}
