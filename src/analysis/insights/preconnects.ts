import type { Finding } from '../../model/insights.ts';
import type { LinkObservation } from '../../model/observations.ts';
import type { Milliseconds } from '../../model/units.ts';
import { formatMs } from '../format.ts';
import { openingMs, originOf } from '../resources/origin-requests.ts';
import { severityOf, TIME_GRADES } from '../severity.ts';
import { shortUrl } from '../url.ts';
import { failOn, type InsightRule, type PageFacts } from './insight-rule.ts';

interface Options {
  /** More preconnects than this are too many. */
  readonly maxPreconnects: number;
  /** What opening a connection must take for a preconnect to be worth it. */
  readonly fromMs: Milliseconds;
  /** A connection that is not used for so long is closed again. */
  readonly unusedAfterMs: Milliseconds;
}

/** Four preconnects and 50 ms: Lighthouse (core/audits/uses-rel-preconnect.js); Chrome closes unused sockets after 10 s. */
const DEFAULTS: Options = { maxPreconnects: 4, fromMs: 50, unusedAfterMs: 10_000 };

/** Names preconnects that nobody used, those over the sensible number, and important origins that lack one. */
export const preconnects: InsightRule<Options> = {
  id: 'preconnects',
  title: 'Preconnects',
  why: 'A connection opened early saves round trips on what matters; one that is not used takes bandwidth from it.',
  requires: ['resource'],
  observes: ['link'],
  concerns: () => false,
  run(page, options) {
    const { maxPreconnects, fromMs, unusedAfterMs } = { ...DEFAULTS, ...options };
    const links = distinct(page.observations.link.filter(({ rel }) => /\bpreconnect\b/i.test(rel)));
    const { load } = page.moments;
    const findings = missing(page, links, fromMs);
    const isKnown = load !== null;
    for (const link of isKnown ? links : []) {
      const used = page.requests.byOrigin.get(originOf(link.name))?.counts.first;
      if (used !== undefined && used.startTime <= link.startTime + unusedAfterMs) continue;
      findings.push({
        message: `The preconnect to ${originOf(link.name)} was not used${used === undefined ? '' : ` for ${formatMs(used.startTime)}`}. Remove it.`,
        severity: 'low',
        url: link.name,
      });
    }
    for (const link of links.slice(maxPreconnects)) {
      if (findings.some(({ url }) => url === link.name)) continue;
      findings.push({
        message: `${originOf(link.name)} is one of ${links.length} preconnects, which compete with each other. Keep the ${maxPreconnects} most important ones, and use dns-prefetch for the rest.`,
        severity: 'low',
        url: link.name,
      });
    }
    return failOn(findings);
  },
};

function distinct(links: readonly LinkObservation[]): readonly LinkObservation[] {
  return [...new Map(links.map((link) => [originOf(link.name), link])).values()];
}

/** Origins whose first request held up the first paint or the largest one, and had to open a connection for it. */
function missing(page: PageFacts, links: readonly LinkObservation[], fromMs: Milliseconds): Finding[] {
  const hinted = new Set(links.map(({ name }) => originOf(name)));
  const lcpUrls = new Set(page.views.flatMap(({ metrics }) => metrics.map(({ attribution: { url } }) => url)));
  return [...page.requests.byOrigin.values()]
    .map(({ counts }) => ({ origin: counts.origin, first: counts.first, ms: openingMs(counts.first) }))
    .filter(({ origin, first: { renderBlockingStatus, resourceType, url, initiatorType, frame }, ms }) => {
      if (ms < fromMs || frame !== null || initiatorType === 'navigation' || origin === page.pageLoad.origin)
        return false;
      return renderBlockingStatus === 'blocking' || resourceType === 'font' || lcpUrls.has(url);
    })
    .sort((a, b) => b.ms - a.ms || (a.origin < b.origin ? -1 : 1))
    .map(({ origin, first, ms }) => ({
      message: hinted.has(origin)
        ? `${shortUrl(first.url)} waited ${formatMs(ms)} for a connection to ${origin} in spite of its preconnect. Put it higher in the head, with crossorigin where the request has it.`
        : `${shortUrl(first.url)} waited ${formatMs(ms)} for a connection to ${origin}. Add a preconnect to that origin to the head, or serve the file from your own host.`,
      severity: severityOf(ms, TIME_GRADES),
      url: first.url,
      startTime: first.startTime,
      duration: first.duration,
      savings: { ms },
    }));
}
