import type { Finding } from '../../model/insights.ts';
import type { ResourceRecord } from '../../model/resources.ts';
import type { Milliseconds } from '../../model/units.ts';
import { formatMs } from '../format.ts';
import { doesNotMeasure } from '../metrics/metric-support.ts';
import { severityOf, TIME_GRADES } from '../severity.ts';
import { shortUrl } from '../url.ts';
import { failOn, type InsightRule } from './insight-rule.ts';

interface Options {
  /** How long after the document's last byte a request may hold up the first paint. */
  readonly overMs: Milliseconds;
}

/** Lighthouse's threshold (core/audits/byte-efficiency/render-blocking-resources.js). */
const DEFAULTS: Options = { overMs: 50 };

/** Names the style sheets and scripts that the first paint waited for although the document was there. */
export const renderBlocking: InsightRule<Options> = {
  id: 'render-blocking',
  title: 'Requests that block rendering',
  why: 'The page stays white until each of them is there.',
  requires: ['resource', 'navigation', 'paint'],
  concerns: isBlocking,
  run(page, options) {
    const { overMs } = { ...DEFAULTS, ...options };
    const painted = page.moments.firstPaint ?? page.moments.firstContentfulPaint;
    if (painted === null) return { status: 'not-measured', reason: 'The page has not painted anything yet.' };
    if (page.navigation?.renderBlockingStatus === undefined) {
      return {
        status: 'not-measured',
        reason: `${doesNotMeasure(page.pageLoad)}: it does not tell which requests block rendering.`,
      };
    }
    const documentEnd = page.navigation.responseEnd;
    const blocking = page.resources
      .filter((resource) => isBlocking(resource) && resource.startTime < painted)
      .map((resource) => ({ resource, end: resource.startTime + resource.duration }))
      .filter(({ end }) => end - documentEnd > overMs)
      .sort((a, b) => b.end - a.end);
    return failOn(
      blocking.map(({ resource, end }, i): Finding => {
        // Without the last one the paint would still wait for the one before it; without any other alone, nothing is won.
        const others = Math.max(documentEnd, blocking[1]?.end ?? 0);
        const saved = i === 0 ? Math.min(end, painted) - others : 0;
        const heldUp = end - documentEnd;
        return {
          message: `The first paint waited for ${shortUrl(resource.url)} until ${formatMs(end)}, ${formatMs(heldUp)} after the document was there. ${advice(resource)}`,
          severity: severityOf(heldUp, TIME_GRADES),
          url: resource.url,
          startTime: resource.startTime,
          duration: resource.duration,
          ...(saved > 0 ? { savings: { ms: saved } } : {}),
        };
      }),
    );
  },
};

/** In a frame a request holds up that frame alone. */
function isBlocking({ frame, renderBlockingStatus }: ResourceRecord): boolean {
  return frame === null && renderBlockingStatus === 'blocking';
}

function advice({ resourceType }: ResourceRecord): string {
  return resourceType === 'script'
    ? 'Load it with defer or async.'
    : 'Inline the rules that the first view needs, and load the rest without blocking (for the medium "print", until it is there).';
}
