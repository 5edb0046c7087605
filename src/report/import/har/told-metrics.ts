import { asMembers, type Members, natural } from '../../../har/members.ts';
import type { HarMetric, HarPage } from '../../../model/har-page.ts';
import type { MetricName } from '../../../model/metrics.ts';

/** Where a page of a HAR may tell a metric, the most telling place first. */
interface Place {
  /** In `_googleWebVitals`, as we and sitespeed.io (browsertime) name it. */
  readonly vitals: readonly string[];
  /** In `pageTimings`. */
  readonly timing?: string;
  /** In the page itself, as WebPageTest names it. */
  readonly page?: readonly string[];
}

const PLACES: { readonly [name in MetricName]?: Place } = {
  LCP: {
    vitals: ['lcp', 'largestContentfulPaint'],
    timing: '_largestContentfulPaint',
    page: ['_chromeUserTiming.LargestContentfulPaint'],
  },
  CLS: { vitals: ['cls', 'cumulativeLayoutShift'], page: ['_chromeUserTiming.CumulativeLayoutShift'] },
  INP: { vitals: ['inp', 'interactionToNextPaint'] },
  FCP: {
    vitals: ['fcp', 'firstContentfulPaint'],
    timing: '_firstContentfulPaint',
    page: ['_firstContentfulPaint', '_chromeUserTiming.firstContentfulPaint'],
  },
  TTFB: { vitals: ['ttfb'], page: ['_TTFB'] },
  FID: { vitals: ['firstInputDelay'] },
  TBT: { vitals: ['tbt', 'totalBlockingTime'], page: ['_TotalBlockingTime'] },
};

/** The metrics that a page of a HAR tells; `lcpUrl` is that of the request marked as LCP. */
export function toldMetrics(page: Members, lcpUrl: string | null): HarPage['metrics'] {
  const vitals = asMembers(page._googleWebVitals);
  const timings = asMembers(page.pageTimings);
  const told = Object.entries(PLACES).flatMap(([name, place]): [string, HarMetric][] => {
    const found = [
      ...place.vitals.map((member) => vitals[member]),
      place.timing === undefined ? undefined : timings[place.timing],
      ...(place.page ?? []).map((member) => page[member]),
    ];
    const value = found.map(natural).find((known) => known !== null);
    if (value === undefined || value === null) return [];
    return [[name, { value, attribution: name === 'LCP' && lcpUrl !== null ? { url: lcpUrl } : {} }]];
  });
  return Object.fromEntries(told);
}
