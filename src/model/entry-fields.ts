import type { EntryType } from './entries.ts';

const RESOURCE =
  'initiatorType nextHopProtocol deliveryType renderBlockingStatus contentType contentEncoding workerStart redirectStart redirectEnd fetchStart domainLookupStart domainLookupEnd connectStart secureConnectionStart connectEnd requestStart firstInterimResponseStart finalResponseHeadersStart responseStart responseEnd responseStatus transferSize encodedBodySize decodedBodySize';
const EVENT = 'interactionId processingStart processingEnd cancelable';

/**
 * The plain members (number, string, boolean) of each entry type beside those of `PerformanceEntry`, as the specifications
 * name them. The collector copies them; the guard lets no other pass.
 */
export const PLAIN_FIELDS: Readonly<Record<EntryType, readonly string[]>> = {
  navigation: fields(
    `${RESOURCE} type redirectCount activationStart unloadEventStart unloadEventEnd domInteractive domContentLoadedEventStart domContentLoadedEventEnd domComplete loadEventStart loadEventEnd`,
  ),
  resource: fields(RESOURCE),
  paint: [],
  'largest-contentful-paint': fields('renderTime loadTime size id url'),
  'layout-shift': fields('value hadRecentInput lastInputTime'),
  longtask: [],
  'long-animation-frame': fields('renderStart styleAndLayoutStart blockingDuration firstUIEventTimestamp'),
  event: fields(EVENT),
  'first-input': fields(EVENT),
  element: fields('identifier id url renderTime loadTime naturalWidth naturalHeight'),
  mark: [],
  measure: [],
  'visibility-state': [],
  'soft-navigation': fields('navigationId interactionId'),
  'interaction-contentful-paint': fields('renderTime loadTime size url interactionId'),
};

/** The plain members of a `PerformanceScriptTiming`. */
export const SCRIPT_FIELDS = fields(
  'name startTime duration invoker invokerType windowAttribution executionStart forcedStyleAndLayoutDuration pauseDuration sourceURL sourceFunctionName sourceCharPosition',
);

function fields(names: string): readonly string[] {
  return names.split(' ');
}
