import type { Finding, Severity } from '../../model/insights.ts';
import type { ResourceRecord } from '../../model/resources.ts';
import type { Milliseconds } from '../../model/units.ts';
import { formatMs } from '../format.ts';
import { severityOf, TIME_GRADES } from '../severity.ts';
import { shortUrl } from '../url.ts';
import { failOn, type InsightRule } from './insight-rule.ts';

interface Options {
  /** Redirects that take less are not named. */
  readonly fromMs: Milliseconds;
}

/** Firefox may set `redirectStart` without a redirect; what takes no time costs nothing. */
const DEFAULTS: Options = { fromMs: 1 };

/** Names every request that was sent on to another address first, chains of them and the document above all. */
export const redirects: InsightRule<Options> = {
  id: 'redirects',
  title: 'Redirects',
  why: 'Each redirect costs a round trip, often a new connection, before the answer is even asked for.',
  requires: ['resource', 'navigation'],
  concerns: isRedirected,
  run(page, options) {
    const { fromMs } = { ...DEFAULTS, ...options };
    const redirected = page.resources
      .filter(isRedirected)
      .map((resource) => ({ resource, ms: redirectMs(resource) }))
      .filter(({ ms }) => ms >= fromMs)
      .sort((a, b) => b.ms - a.ms);
    const findings = redirected.map(({ resource, ms }): Finding => {
      const { url, startTime, duration } = resource;
      return {
        message: `${shortUrl(url)} was reached through ${hopsOf(resource)}, which took ${formatMs(ms)}. Link to the final address.`,
        severity: gradeOf(resource, ms),
        url,
        startTime,
        duration,
        savings: { ms },
      };
    });
    return failOn(findings);
  },
};

/** The record of the request that got its answer; the hops have records of their own where DevTools told of them. */
function isRedirected(resource: ResourceRecord): boolean {
  return resource.redirectedTo === null && redirectMs(resource) > 0;
}

function redirectMs({ phases, redirects: hops }: ResourceRecord): Milliseconds {
  return phases.redirect ?? hops?.reduce((sum, { duration }) => sum + duration, 0) ?? 0;
}

function hopsOf({ redirects: hops }: ResourceRecord): string {
  if (hops === null || hops.length === 0) return 'a redirect';
  const names = hops.map(({ url, status }) => `${shortUrl(url)} (${status})`).join(', ');
  return hops.length === 1 ? `the redirect of ${names}` : `a chain of ${hops.length} redirects: ${names}`;
}

/** The document holds up everything; of a single file only its own time is lost. */
function gradeOf({ initiatorType, frame, renderBlockingStatus }: ResourceRecord, ms: Milliseconds): Severity {
  const severity = severityOf(ms, TIME_GRADES);
  const holdsUp = (initiatorType === 'navigation' && frame === null) || renderBlockingStatus === 'blocking';
  return !holdsUp && severity === 'high' ? 'medium' : severity;
}
