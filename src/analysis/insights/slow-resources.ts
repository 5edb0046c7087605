import type { PhaseName, ResourceRecord } from '../../model/resources.ts';
import { formatMs } from '../format.ts';
import { slowestResources } from '../large-and-slow.ts';
import { phaseToBlame } from '../resources/phases.ts';
import { shortUrl } from '../url.ts';
import { failOn, type InsightRule } from './insight-rule.ts';

interface Options {
  /** Milliseconds from start to last byte; more is slow. */
  readonly overMs: number;
  /** Times the limit from which the finding is of high severity; what blocks rendering always is. */
  readonly highFrom: number;
}

/** A resource that takes 2 s leaves 0.5 s of a good LCP (https://web.dev/articles/lcp). */
const DEFAULTS: Options = { overMs: 2000, highFrom: 2 };

/** Names every resource that took longer than a limit, with the part of the request that took the time. */
export const slowResources: InsightRule<Options> = {
  id: 'slow-resources',
  title: 'Slow resources',
  why: 'What waits for a slow response is late by at least as much.',
  requires: ['resource'],
  concerns: ({ duration }, options) => duration > { ...DEFAULTS, ...options }.overMs,
  run(page, options) {
    const { overMs, highFrom } = { ...DEFAULTS, ...options };
    const over = page.resources.filter(({ duration }) => duration > overMs);
    const slow = slowestResources({ resources: over }, over.length);
    return failOn(
      slow.map((resource) => ({
        message: `${shortUrl(resource.url)} took ${formatMs(resource.duration)}${blame(resource)}`,
        severity: blocksRendering(resource) || resource.duration >= overMs * highFrom ? 'high' : 'medium',
        url: resource.url,
        startTime: resource.startTime,
        duration: resource.duration,
      })),
    );
  },
};

function blocksRendering({ frame, initiatorType, renderBlockingStatus }: ResourceRecord): boolean {
  if (frame !== null) return false;
  return initiatorType === 'navigation' || renderBlockingStatus === 'blocking';
}

function blame(resource: ResourceRecord): string {
  const phase = phaseToBlame(resource);
  if (phase === null) {
    return resource.opaque
      ? '; the browser hides where, because the response has no Timing-Allow-Origin header.'
      : '; the browser does not tell where.';
  }
  return `, ${formatMs(phase.ms)} of it ${PHASES[phase.name].doing}. ${PHASES[phase.name].advice}`;
}

const CONNECT = 'Connect to its host early (preconnect), or serve it from a host that is connected already.';

const PHASES: Readonly<Record<PhaseName, { readonly doing: string; readonly advice: string }>> = {
  redirect: { doing: 'following redirects', advice: 'Link to the final address.' },
  queued: {
    doing: 'queued in the browser',
    advice: 'Request it with a higher priority, or have fewer requests in front of it.',
  },
  dns: { doing: 'looking up the host name', advice: CONNECT },
  connect: { doing: 'connecting', advice: CONNECT },
  tls: { doing: 'negotiating TLS', advice: CONNECT },
  request: { doing: 'sending the request', advice: 'Send less with it.' },
  wait: { doing: 'waiting for the server', advice: 'Speed up the answer on the server, or cache it.' },
  earlyHints: {
    doing: 'waiting for the server after its early hints',
    advice: 'Speed up the answer on the server, or cache it.',
  },
  download: { doing: 'downloading', advice: 'Send fewer bytes, or send them from closer to the user.' },
};
