import type { Finding, Severity } from '../../model/insights.ts';
import type { FailedResourceObservation } from '../../model/observations.ts';
import type { ResourceRecord } from '../../model/resources.ts';
import { counted } from '../counted.ts';
import { shortUrl } from '../url.ts';
import { failOn, type InsightRule, type PageFacts } from './insight-rule.ts';

interface Options {
  /** The lowest HTTP status that is a failure. */
  readonly fromStatus: number;
}

/** Client errors start at 400: https://www.rfc-editor.org/rfc/rfc9110#section-15.5 */
const DEFAULTS: Options = { fromStatus: 400 };

/**
 * Names every request that was answered with an error, or not at all, whoever of Resource Timing, DevTools and the element that waited
 * for it told so; a URL that failed repeatedly in one way is one finding. What the page gave up itself did not fail.
 */
export const failedRequests: InsightRule<Options> = {
  id: 'failed-requests',
  title: 'Failed requests',
  why: 'A failed request costs a round trip and leaves the page without what it asked for.',
  requires: ['resource'],
  concerns: (resource, options) => faultOf(resource, { ...DEFAULTS, ...options }) !== null,
  run(page, options) {
    const limits = { ...DEFAULTS, ...options };
    const failures = new Map<string, Failure>();
    for (const resource of page.resources) {
      const fault = faultOf(resource, limits);
      if (fault === null) continue;
      const key = `${fault} ${resource.url}`;
      const known = failures.get(key);
      if (known === undefined) failures.set(key, { first: resource, fault, times: 1 });
      else known.times += 1;
    }
    const failed = [...failures.values()].sort((a, b) => b.times - a.times);
    // An element knows the address that it asked for, not the one that it was sent on to.
    const named = new Set(failed.flatMap(({ first }) => [first.url, ...(first.redirects ?? []).map(({ url }) => url)]));
    const requested = failed.map(requestFinding);
    const waiting = elementsInVain(page, named).map(elementFinding);
    const ordered = [...requested, ...waiting].sort((a, b) => RANK[a.severity] - RANK[b.severity]);
    return failOn(ordered);
  },
};

interface Failure {
  readonly first: ResourceRecord;
  readonly fault: number | string;
  times: number;
}

const RANK: Readonly<Record<Severity, number>> = { high: 0, medium: 1, low: 2 };

/** The status that a request failed with, or the browser's name for what went wrong; null when it did not fail. */
function faultOf({ status, failure }: ResourceRecord, { fromStatus }: Options): number | string | null {
  if (status !== null && status >= fromStatus) return status;
  return failure === null || failure.aborted ? null : failure.text;
}

function requestFinding({ first, fault, times }: Failure): Finding {
  const { url, startTime, duration, resourceType } = first;
  return {
    message: `${shortUrl(url)} failed with ${fault}${times > 1 ? ` ${counted(times, 'time')}` : ''}. ${adviceOn(fault)}`,
    severity: severityOf(fault, BREAKING.has(resourceType)),
    url,
    startTime,
    duration,
  };
}

/** Pages, styles and scripts break more than a picture does; a server's own error is worse than a wrong address. */
const BREAKING: ReadonlySet<string> = new Set(['document', 'stylesheet', 'script']);

function severityOf(fault: number | string, isBreaking: boolean): Severity {
  if (fault === BLOCKED) return 'low';
  return isBreaking || (typeof fault === 'number' && fault >= 500) ? 'high' : 'medium';
}

/** Chromium's name for what an extension of the user blocked. */
const BLOCKED = 'net::ERR_BLOCKED_BY_CLIENT';

function adviceOn(fault: number | string): string {
  if (fault === BLOCKED) return 'An extension of this browser blocked it: the page should work without.';
  if (typeof fault === 'string') return 'No answer came: correct its address, or mend the connection to that host.';
  if (fault === 404 || fault === 410) return 'Correct its address, or remove the reference.';
  if (fault === 401 || fault === 403) return 'Ask for it only when the user may have it.';
  if (fault === 429) return 'Ask less often; the server limits the rate.';
  return fault >= 500 ? 'Look for the error in the server log.' : 'Correct the request.';
}

/** The first element for each URL that told of a failure which no request did: without DevTools nobody else tells that no answer came. */
function elementsInVain({ observations }: PageFacts, named: ReadonlySet<string>): readonly FailedResourceObservation[] {
  const seen = new Set(named);
  return observations['failed-resource'].filter(({ name }) => !seen.has(name) && seen.add(name));
}

const BREAKING_ELEMENTS: ReadonlySet<string> = new Set(['script', 'link', 'iframe']);

function elementFinding({ name, startTime, initiatorType, element }: FailedResourceObservation): Finding {
  const who = element === null ? `an element (${initiatorType})` : element;
  return {
    message: `${shortUrl(name)} did not load for ${who}. The console says why: no answer, a blocked request, or a file of another kind.`,
    severity: BREAKING_ELEMENTS.has(initiatorType) ? 'high' : 'medium',
    url: name,
    ...(element === null ? {} : { selector: element }),
    startTime,
  };
}
