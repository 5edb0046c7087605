import type { NavigationEntry, ResourceEntry } from '../../model/entries.ts';
import type { PhaseName, ResourcePhases, ResourceRecord } from '../../model/resources.ts';
import type { Milliseconds } from '../../model/units.ts';

/** Of a request whose phases nobody tells. */
export const NO_PHASES: ResourcePhases = {
  redirect: null,
  queued: null,
  dns: null,
  connect: null,
  tls: null,
  request: null,
  wait: null,
  earlyHints: null,
  download: null,
};

/**
 * The parts of a request's time as HAR has them (`blocked`, `dns`, `connect`, `wait`, `receive`), with two differences: TLS is not
 * counted inside connect, and the wait for a free connection (connectEnd to requestStart, where a reused one has its queueing)
 * is queueing, so that the parts add up to the duration. A part that did not occur, or whose moments are hidden, is null; so is
 * a negative one (Firefox has navigation times of -8).
 */
export function phasesOf(entry: ResourceEntry | NavigationEntry): ResourcePhases {
  const { requestStart, responseStart, responseEnd, domainLookupStart, connectStart, connectEnd } = entry;
  if (requestStart <= 0 || responseStart <= 0) return NO_PHASES;
  const redirect = span(entry.redirectStart, entry.redirectEnd);
  const start = redirect === null ? entry.startTime : entry.redirectEnd;
  const final = finalHeadersAfterHints(entry);
  const connecting = span(connectStart, connectEnd) ?? 0;
  const tls = connecting > 0 && entry.secureConnectionStart > 0 ? span(entry.secureConnectionStart, connectEnd) : null;
  return {
    redirect,
    queued: positive((span(start, domainLookupStart) ?? 0) + (span(connectEnd, requestStart) ?? 0)),
    dns: span(domainLookupStart, entry.domainLookupEnd),
    connect: positive(connecting - (tls ?? 0)),
    tls,
    request: null,
    wait: span(requestStart, responseStart),
    earlyHints: final === null ? null : span(responseStart, final),
    download: span(final ?? responseStart, responseEnd),
  };
}

/**
 * When the headers of the final response came, if a 103 Early Hints was before them; null without one. `responseStart` is then the
 * moment of the hints (https://w3c.github.io/resource-timing/#dom-performanceresourcetiming-finalresponseheadersstart).
 */
function finalHeadersAfterHints({
  firstInterimResponseStart: hints = 0,
  finalResponseHeadersStart: final = 0,
  responseStart,
  responseEnd,
}: ResourceEntry | NavigationEntry): Milliseconds | null {
  return hints > 0 && final > responseStart && final <= responseEnd ? final : null;
}

/** The phase that took the most of a request's time; null when the browser hides the phases. */
export function phaseToBlame({ phases }: Pick<ResourceRecord, 'phases'>): { name: PhaseName; ms: Milliseconds } | null {
  let worst: { name: PhaseName; ms: Milliseconds } | null = null;
  for (const name of PHASE_NAMES) {
    const ms = phases[name];
    if (ms !== null && (worst === null || ms > worst.ms)) worst = { name, ms };
  }
  return worst;
}

/** In the order in which they happen. */
export const PHASE_NAMES: readonly PhaseName[] = [
  'redirect',
  'queued',
  'dns',
  'connect',
  'tls',
  'request',
  'wait',
  'earlyHints',
  'download',
];

function span(from: Milliseconds, to: Milliseconds): Milliseconds | null {
  return positive(to - from);
}

function positive(ms: Milliseconds): Milliseconds | null {
  return ms > 0 ? ms : null;
}
