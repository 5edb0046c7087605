import type { EntryType } from './entries.ts';

const RESOURCE =
  'initiatorType nextHopProtocol deliveryType renderBlockingStatus contentType contentEncoding workerStart redirectStart redirectEnd fetchStart domainLookupStart domainLookupEnd connectStart secureConnectionStart connectEnd requestStart firstInterimResponseStart finalResponseHeadersStart responseStart responseEnd responseStatus transferSize encodedBodySize decodedBodySize';
const PAINT_TIMES = 'paintTime presentationTime';
const EVENT = 'interactionId processingStart processingEnd cancelable';

/**
 * The plain members (number, string, boolean) of each entry type beside those of `PerformanceEntry`, as the specifications
 * name them. The collector copies what the browser has; the guard lets no other pass.
 */
export const PLAIN_FIELDS: Readonly<Record<EntryType, readonly string[]>> = {
  navigation: fields(
    `${RESOURCE} type redirectCount criticalCHRestart activationStart unloadEventStart unloadEventEnd domInteractive domContentLoadedEventStart domContentLoadedEventEnd domComplete loadEventStart loadEventEnd`,
  ),
  resource: fields(RESOURCE),
  paint: fields(PAINT_TIMES),
  'largest-contentful-paint': fields(`${PAINT_TIMES} renderTime loadTime size id url`),
  'layout-shift': fields('value hadRecentInput lastInputTime'),
  longtask: [],
  'long-animation-frame': fields(
    `${PAINT_TIMES} renderStart styleAndLayoutStart blockingDuration firstUIEventTimestamp`,
  ),
  event: fields(EVENT),
  'first-input': fields(EVENT),
  element: fields(`${PAINT_TIMES} identifier id url renderTime loadTime naturalWidth naturalHeight`),
  mark: [],
  measure: [],
  'visibility-state': [],
  'soft-navigation': fields(`${PAINT_TIMES} navigationType navigationId interactionId`),
  'interaction-contentful-paint': fields(`${PAINT_TIMES} renderTime loadTime size id url interactionId`),
  connection: fields('effectiveType rtt downlink saveData'),
  device: fields('deviceMemory hardwareConcurrency viewportWidth viewportHeight devicePixelRatio'),
  lifecycle: [],
  heap: fields('usedJSHeapSize totalJSHeapSize jsHeapSizeLimit'),
  'failed-resource': fields('initiatorType'),
  image: fields('naturalWidth naturalHeight width height loading fetchPriority inViewport sized'),
  link: fields('rel as crossOrigin media fetchPriority'),
  'script-error': fields('message source line column count'),
};

/** The members of the items in an entry's lists. */
export const ITEM_FIELDS = {
  serverTiming: fields('name duration description'),
  sources: fields('node previousRect currentRect'),
  attribution: fields('containerType containerSrc containerId containerName'),
  scripts: fields(
    'name startTime duration invoker invokerType windowAttribution executionStart forcedStyleAndLayoutDuration pauseDuration sourceURL sourceFunctionName sourceCharPosition',
  ),
} as const;

function fields(names: string): readonly string[] {
  return names.split(' ');
}
