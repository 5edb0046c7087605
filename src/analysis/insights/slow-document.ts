import type { ResourceRecord } from '../../model/resources.ts';
import type { Milliseconds } from '../../model/units.ts';
import { formatMs } from '../format.ts';
import { METRIC_THRESHOLDS } from '../metrics/thresholds.ts';
import { severityOf } from '../severity.ts';
import { shortUrl } from '../url.ts';
import { failOn, type InsightRule } from './insight-rule.ts';

interface Options {
  /** Time to the document's first byte; more is slow. */
  readonly overMs: Milliseconds;
  /** What a server may take of it, for the estimate of what can be saved. */
  readonly targetMs: Milliseconds;
}

/** Lighthouse's threshold and target (core/audits/server-response-time.js). */
const DEFAULTS: Options = { overMs: 600, targetMs: 100 };

const [goodTtfb, fairTtfb] = METRIC_THRESHOLDS.TTFB;

/** Says whether the document's first byte came late, and whether the server, redirects or the connection are to blame. */
export const slowDocument: InsightRule<Options> = {
  id: 'slow-document',
  title: 'Slow document response',
  why: 'Nothing of a page can load before its document answers.',
  requires: ['navigation'],
  concerns: isDocument,
  run(page, options) {
    const { overMs, targetMs } = { ...DEFAULTS, ...options };
    const document = page.resources.find(isDocument);
    if (document === undefined) return { status: 'not-measured', reason: 'The browser has not told of the document.' };
    const parts = partsOf(document);
    if (parts.length === 0) return { status: 'not-measured', reason: 'The browser hides the times of the document.' };
    const total = parts.reduce((sum, { ms }) => sum + ms, 0);
    // Nobody waited for what came before a prerendered page was shown.
    const [worst] = parts.sort((a, b) => b.ms - a.ms);
    if (worst === undefined || total - page.moments.activationStart <= overMs) return { status: 'pass', findings: [] };
    const saved = worst.isServer ? worst.ms - targetMs : worst.ms;
    return failOn([
      {
        message: `The first byte of ${shortUrl(document.url)} came after ${formatMs(total)}, ${shareOf(worst.ms, total)} of it ${worst.doing}. ${worst.advice}`,
        severity: severityOf(total, { highFrom: fairTtfb, mediumFrom: goodTtfb }),
        url: document.url,
        startTime: document.startTime,
        duration: total,
        ...(saved > 0 ? { savings: { ms: saved } } : {}),
      },
    ]);
  },
};

function isDocument({ initiatorType, frame }: ResourceRecord): boolean {
  return initiatorType === 'navigation' && frame === null;
}

/** Firefox tells whole milliseconds, of which one part often has all. */
function shareOf(ms: Milliseconds, total: Milliseconds): string {
  return formatMs(ms) === formatMs(total) ? 'all' : formatMs(ms);
}

/** What the time to the first byte consists of; empty where the browser does not tell. */
function partsOf({ phases: { redirect, queued, dns, connect, tls, request, wait } }: ResourceRecord) {
  if (wait === null) return [];
  return [
    {
      ms: wait + (request ?? 0),
      isServer: true,
      doing: 'waiting for the server',
      advice: 'Find out what it does (Server-Timing), cache the page, or serve it from closer to the user.',
    },
    {
      ms: redirect ?? 0,
      isServer: false,
      doing: 'following redirects',
      advice: 'Link to the final address, and send HSTS instead of a redirect to HTTPS.',
    },
    {
      ms: (dns ?? 0) + (connect ?? 0) + (tls ?? 0),
      isServer: false,
      doing: 'connecting to the server',
      advice: 'Serve it from closer to the user (CDN), with HTTP/3 or TLS 1.3.',
    },
    {
      ms: queued ?? 0,
      isServer: false,
      doing: 'before the browser sent the request',
      advice: 'Look at what the page before, its service worker or an extension does when it is left.',
    },
  ];
}
