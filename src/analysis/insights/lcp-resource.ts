import type { ViewAnalysis } from '../../model/analysis.ts';
import type { Finding } from '../../model/insights.ts';
import type { Attribution, MetricRecord } from '../../model/metrics.ts';
import type { Milliseconds } from '../../model/units.ts';
import { formatMs } from '../format.ts';
import { METRIC_THRESHOLDS } from '../metrics/thresholds.ts';
import { shortUrl } from '../url.ts';
import type { InsightRule } from './insight-rule.ts';

interface Options {
  /** LCP above which the parts are looked at. */
  readonly overMs: Milliseconds;
}

const DEFAULTS: Options = { overMs: METRIC_THRESHOLDS.LCP[0] };

/**
 * For each view the largest element, its resource and when it was shown; where that is late, also the part of LCP that is
 * furthest over its share. Elements that are in time are named for information.
 */
export const lcpResource: InsightRule<Options> = {
  id: 'lcp-resource',
  title: 'Largest element (LCP)',
  why: 'Until its largest element shows, a page looks as if it were still loading.',
  requires: ['largest-contentful-paint'],
  run(page, options) {
    const { overMs } = { ...DEFAULTS, ...options };
    const measured = page.views.flatMap((view) => {
      const lcp = view.metrics.find(({ name }) => name === 'LCP');
      return lcp?.state === 'measured' && lcp.value !== null ? [{ view, lcp, value: lcp.value }] : [];
    });
    if (measured.length === 0)
      return { status: 'not-measured', reason: 'There is no LCP that was measured undisturbed.' };
    const findings = measured
      .sort((a, b) => b.value - a.value)
      .map(({ view, lcp, value }) => findingOf(view, lcp, value, value > overMs));
    return { status: measured.some(({ value }) => value > overMs) ? 'fail' : 'informative', findings };
  },
};

const UNKNOWN_PARTS =
  '. Which part of the load took so long is not known: look at what was requested and run before it.';

function findingOf(view: ViewAnalysis, lcp: MetricRecord, value: Milliseconds, late: boolean): Finding {
  const target = textOf(lcp.attribution, 'target');
  const url = textOf(lcp.attribution, 'url');
  const what = [target ?? 'The largest element', url === null ? null : `(${shortUrl(url)})`].filter(
    (part) => part !== null,
  );
  const part = late ? partToBlame(lcp.attribution) : null;
  const blame =
    part === null
      ? late
        ? UNKNOWN_PARTS
        : ', which is good.'
      : `, ${formatMs(part.ms)} of it ${part.doing}. ${part.advice}`;
  return {
    message: `${what.join(' ')} was shown after ${formatMs(value)}${blame}`,
    severity: !late ? 'low' : lcp.rating === 'poor' ? 'high' : 'medium',
    ...(target === null ? {} : { selector: target }),
    ...(url === null ? {} : { url }),
    startTime: view.startTime,
    duration: value,
    ...(part === null ? {} : { savings: { ms: part.excess } }),
  };
}

/**
 * The sub-parts of LCP with the share of a good LCP that each may take: https://web.dev/articles/optimize-lcp#lcp-breakdown.
 * The one with the most milliseconds over its share is to blame, not the longest: 1 s of server time is fine, 1 s of delay is not.
 */
const PARTS = [
  {
    key: 'timeToFirstByte',
    share: 0.4,
    doing: 'until the first byte of the document',
    advice: 'Speed up the server, cache the page closer to the user, or save redirects.',
  },
  {
    key: 'resourceLoadDelay',
    share: 0.1,
    doing: 'before its resource was requested',
    advice: 'Put it into the HTML, not lazy, with a high fetchpriority, or preload it.',
  },
  {
    key: 'resourceLoadDuration',
    share: 0.4,
    doing: 'loading its resource',
    advice: 'Send fewer bytes: the size it is shown at, in a modern format, from a close server.',
  },
  {
    key: 'elementRenderDelay',
    share: 0.1,
    doing: 'between having it and showing it',
    advice: 'Remove what blocks rendering: scripts and styles in the head, long tasks, code that reveals it.',
  },
] as const;

function partToBlame(attribution: Attribution) {
  const [good] = METRIC_THRESHOLDS.LCP;
  const parts = PARTS.flatMap((part) => {
    const ms = attribution[part.key];
    return typeof ms === 'number' ? [{ ...part, ms, excess: ms - part.share * good }] : [];
  });
  const [worst] = parts.sort((a, b) => b.excess - a.excess);
  return worst !== undefined && worst.excess > 0 ? worst : null;
}

function textOf(attribution: Attribution, key: string): string | null {
  const value = attribution[key];
  return typeof value === 'string' && value !== '' ? value : null;
}
