/**
 * sitespeed.io's sections and metrics, and ours (https://www.sitespeed.io/documentation/sitespeed.io/performance-budget/). Where
 * several of theirs are one of ours, the first is what we write.
 */
export const SITESPEED_METRICS: readonly (readonly [section: string, metric: string, ours: string])[] = [
  ['googleWebVitals', 'timeToFirstByte', 'TTFB'],
  ['googleWebVitals', 'firstContentfulPaint', 'FCP'],
  ['googleWebVitals', 'largestContentfulPaint', 'LCP'],
  ['googleWebVitals', 'interactionToNextPaint', 'INP'],
  ['googleWebVitals', 'totalBlockingTime', 'TBT'],
  ['googleWebVitals', 'cumulativeLayoutShift', 'CLS'],
  ['googleWebVitals', 'firstInputDelay', 'FID'],
  ['timings', 'firstContentfulPaint', 'FCP'],
  ['timings', 'largestContentfulPaint', 'LCP'],
  ['timings', 'loadEventEnd', 'load'],
  ['timings', 'domContentLoadedEventEnd', 'dom-content-loaded'],
  ['cpu', 'totalBlockingTime', 'TBT'],
  ['cpu', 'maxPotentialFid', 'max-potential-fid'],
  ['cpu', 'longTasks', 'long-task-count'],
  ['pageinfo', 'cumulativeLayoutShift', 'CLS'],
  ['requests', 'total', 'resource-count:total'],
  ['requests', 'html', 'resource-count:document'],
  ['requests', 'javascript', 'resource-count:script'],
  ['requests', 'css', 'resource-count:stylesheet'],
  ['requests', 'image', 'resource-count:image'],
  ['requests', 'font', 'resource-count:font'],
  ['requests', 'httpErrors', 'request-status:errors'],
  ['transferSize', 'total', 'resource-size:total'],
  ['transferSize', 'html', 'resource-size:document'],
  ['transferSize', 'javascript', 'resource-size:script'],
  ['transferSize', 'css', 'resource-size:stylesheet'],
  ['transferSize', 'image', 'resource-size:image'],
  ['transferSize', 'font', 'resource-size:font'],
  ['transferSize', 'other', 'resource-size:other'],
  ['thirdParty', 'transferSize', 'resource-size:third-party'],
  ['thirdParty', 'requests', 'resource-count:third-party'],
  ['firstParty', 'transferSize', 'resource-size:first-party'],
  ['firstParty', 'requests', 'resource-count:first-party'],
];

/** The section whose metrics are the page's own marks and measures. */
export const USER_TIMINGS = 'usertimings';

/** Sections that sitespeed.io knows and that hold nothing of ours are listed, not refused. */
export const SITESPEED_SECTIONS: ReadonlySet<string> = new Set([
  ...SITESPEED_METRICS.map(([section]) => section),
  USER_TIMINGS,
  'contentSize',
  'score',
  'lighthouse',
  'axe',
  'sustainable',
  'crux',
  'coach',
  'privacy',
  'video',
  'gpsi',
]);
