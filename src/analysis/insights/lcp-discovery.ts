import type { ViewAnalysis } from '../../model/analysis.ts';
import type { Finding } from '../../model/insights.ts';
import type { ImageObservation } from '../../model/observations.ts';
import type { ResourceRecord } from '../../model/resources.ts';
import type { Milliseconds } from '../../model/units.ts';
import { formatMs } from '../format.ts';
import { latestCensus } from '../image-census.ts';
import { METRIC_THRESHOLDS } from '../metrics/thresholds.ts';
import { severityOf, TIME_GRADES } from '../severity.ts';
import { shortUrl } from '../url.ts';
import { isLoad } from '../views.ts';
import type { InsightRule, PageFacts } from './insight-rule.ts';

interface Options {
  /** Time between the document's first byte and the request; more is late. */
  readonly overMs: Milliseconds;
}

/** The tenth of a good LCP that resource load delay may take: https://web.dev/articles/optimize-lcp#lcp-breakdown */
const DEFAULTS: Options = { overMs: METRIC_THRESHOLDS.LCP[0] / 10 };

/**
 * Says whether the resource of the largest element was asked for as early as could be: found in the HTML, not lazy, with a high
 * priority. One that came in time and lacks but the priority is named for information.
 */
export const lcpDiscovery: InsightRule<Options> = {
  id: 'lcp-discovery',
  title: 'LCP resource found late',
  why: 'The largest element cannot show before its resource was asked for.',
  requires: ['largest-contentful-paint', 'resource'],
  concerns: () => false,
  run(page, options) {
    const { overMs } = { ...DEFAULTS, ...options };
    const load = page.views.find(isLoad);
    const lcp = load?.metrics.find(({ name }) => name === 'LCP');
    if (load === undefined || lcp === undefined || lcp.value === null) {
      return { status: 'not-measured', reason: 'The page has no largest element yet.' };
    }
    const url = lcp.attribution.url;
    // Text needs no resource of its own, and what is inlined comes with the document.
    if (typeof url !== 'string' || !/^https?:/.test(url)) return { status: 'pass', findings: [] };
    const found = foundOf(page, load, url);
    const isLate = found.delay > overMs;
    if (!isLate && !found.isLazy && !found.lacksPriority) return { status: 'pass', findings: [] };
    return { status: isLate || found.isLazy ? 'fail' : 'informative', findings: [findingOf(found, isLate, overMs)] };
  },
};

interface Found {
  readonly url: string;
  readonly selector: string | null;
  readonly request: ResourceRecord | null;
  /** From the document's first byte to the request; 0 when it is not known. */
  readonly delay: Milliseconds;
  readonly isLazy: boolean;
  /** An image whose priority is not raised: browsers begin with a low one, and raise it after layout. */
  readonly lacksPriority: boolean;
}

function foundOf(page: PageFacts, view: ViewAnalysis, url: string): Found {
  const { attribution = {} } = view.metrics.find(({ name }) => name === 'LCP') ?? {};
  const [request = null] = page.requests.byUrl.get(url)?.toSorted((a, b) => a.startTime - b.startTime) ?? [];
  const image = latestCensus(page.observations).find(({ name }) => name === url);
  const { target, resourceLoadDelay } = attribution;
  return {
    url,
    selector: typeof target === 'string' && target !== '' ? target : null,
    request,
    delay: typeof resourceLoadDelay === 'number' ? resourceLoadDelay : 0,
    isLazy: image?.loading === 'lazy',
    lacksPriority: isUnhinted(image, request, page),
  };
}

/** A preload with a priority counts; where the browser does not tell of `fetchPriority`, nothing is said. */
function isUnhinted(image: ImageObservation | undefined, request: ResourceRecord | null, page: PageFacts): boolean {
  if (image?.fetchPriority === undefined || image.fetchPriority === 'high') return false;
  if (request?.priority === 'High' || request?.priority === 'VeryHigh') return false;
  return !page.observations.link.some(({ name, fetchPriority }) => name === image.name && fetchPriority === 'high');
}

function findingOf(
  { url, selector, request, delay, isLazy, lacksPriority }: Found,
  isLate: boolean,
  overMs: Milliseconds,
): Finding {
  const faults = [
    ...(isLate ? [`was requested ${formatMs(delay)} after the document's first byte`] : []),
    ...(isLazy ? ['is loaded lazily'] : []),
    ...(lacksPriority ? ['has no high fetchpriority'] : []),
  ];
  const advice = [
    ...(isLazy ? ['Load it eagerly (attribute loading)'] : []),
    ...(isLate && !isLazy ? [howToFind(request)] : []),
    ...(lacksPriority ? ['give it a high fetchpriority'] : []),
  ].join(', and ');
  const saved = isLate ? delay - overMs : 0;
  return {
    message: `${shortUrl(url)}, the largest element, ${faults.join(', and ')}. ${advice.charAt(0).toUpperCase()}${advice.slice(1)}.`,
    severity: isLate ? severityOf(delay, TIME_GRADES) : isLazy ? 'medium' : 'low',
    url,
    ...(selector === null ? {} : { selector }),
    ...(request === null ? {} : { startTime: request.startTime, duration: request.duration }),
    ...(saved > 0 ? { savings: { ms: saved } } : {}),
  };
}

function howToFind(request: ResourceRecord | null): string {
  if (request?.initiatorType === 'css') return 'Preload it: the browser finds it only in a style sheet';
  if (request?.initiator?.type === 'script') return 'Put it into the HTML, or preload it: a script asks for it';
  return 'Put it into the HTML, or preload it';
}
