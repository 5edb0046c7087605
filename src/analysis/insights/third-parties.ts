import type { Finding, Severity } from '../../model/insights.ts';
import type { Milliseconds } from '../../model/units.ts';
import { formatMs, formatTotal } from '../format.ts';
import { formatNumber } from '../format-number.ts';
import { METRIC_THRESHOLDS } from '../metrics/thresholds.ts';
import { type ThirdParty, type ThirdPartyOf, thirdParties, thirdPartyResolver } from '../resources/third-parties.ts';
import { shiftExplainer } from '../timeline/explain-shift.ts';
import type { InsightRule, PageFacts } from './insight-rule.ts';

interface Options {
  /** Blocking time of all third parties together over which the rule fails. */
  readonly failOverMs: Milliseconds;
  /** Blocking time of one from which it is of medium, and over which of high severity. */
  readonly mediumFromMs: Milliseconds;
  readonly highOverMs: Milliseconds;
  /** Sum of shifts that one caused over which the rule fails. */
  readonly failOverShift: number;
}

/** 250 ms: Lighthouse's threshold (core/audits/third-party-summary.js); 50 ms is what makes a task long; 0.1 is a good CLS. */
const DEFAULTS: Options = {
  failOverMs: 250,
  mediumFromMs: 50,
  highOverMs: 250,
  failOverShift: METRIC_THRESHOLDS.CLS[0],
};

interface Cost extends ThirdParty {
  readonly shift: number;
  /** The LCP that showed a resource of it; null for none. */
  readonly lcp: Milliseconds | null;
}

/** What each organisation costs that is not the page's own: bytes, time on the network, blocking, shifts and LCP. */
export const thirdPartyCosts: InsightRule<Options> = {
  id: 'third-parties',
  title: 'Third parties',
  why: 'Code and files of others run with your page, as slowly as they like, and you answer for it.',
  requires: ['resource'],
  run(page, options) {
    const limits = { ...DEFAULTS, ...options };
    const costs = costsOf(page);
    const blocked = costs.reduce((sum, { blocking }) => sum + (blocking ?? 0), 0);
    const fails = blocked > limits.failOverMs || costs.some(({ shift }) => shift > limits.failOverShift);
    const findings = costs
      .map(
        (cost): Finding => ({
          message: messageOf(cost),
          severity: severityOf(cost, limits),
          url: cost.largest.url,
          startTime: cost.largest.startTime,
          duration: cost.networkTime,
          ...(cost.transferSize.unknown === 0 ? { size: cost.transferSize.value } : {}),
        }),
      )
      .sort((a, b) => RANK[a.severity] - RANK[b.severity]);
    return { status: fails ? 'fail' : findings.length > 0 ? 'informative' : 'pass', findings };
  },
};

const RANK: Readonly<Record<Severity, number>> = { high: 0, medium: 1, low: 2 };

function costsOf(page: PageFacts): readonly Cost[] {
  const tellsFrames = page.pageLoad.supportedEntryTypes.includes('long-animation-frame');
  const parties = thirdParties(page.resources, tellsFrames ? page.animationFrames : null);
  if (parties.length === 0) return [];
  const thirdPartyOf = thirdPartyResolver(page.resources);
  const shifts = shiftsByParty(page, thirdPartyOf);
  const lcps = lcpByParty(page, thirdPartyOf);
  return parties.map((party) => ({
    ...party,
    shift: shifts.get(party.name) ?? 0,
    lcp: lcps.get(party.name) ?? null,
  }));
}

/** A shift belongs to the party whose image, font or frame is its likeliest cause. */
function shiftsByParty(page: PageFacts, thirdPartyOf: ThirdPartyOf): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  const explain = shiftExplainer({ views: page.views, resources: page.resources, images: page.observations.image });
  for (const shift of page.layoutShifts) {
    const [likely] = shift.hadRecentInput ? [] : explain(shift).evidence;
    const name = likely === undefined ? null : thirdPartyOf(likely.url);
    if (name !== null) sums.set(name, (sums.get(name) ?? 0) + shift.value);
  }
  return sums;
}

function lcpByParty(page: PageFacts, thirdPartyOf: ThirdPartyOf): ReadonlyMap<string, Milliseconds> {
  const lcps = new Map<string, Milliseconds>();
  for (const { metrics } of page.views) {
    const lcp = metrics.find(({ name }) => name === 'LCP');
    const url = lcp?.attribution.url;
    const name = typeof url === 'string' ? thirdPartyOf(url) : null;
    if (name !== null && typeof lcp?.value === 'number') lcps.set(name, Math.max(lcps.get(name) ?? 0, lcp.value));
  }
  return lcps;
}

function severityOf({ blocking, shift }: Cost, { mediumFromMs, highOverMs, failOverShift }: Options): Severity {
  if ((blocking ?? 0) > highOverMs) return 'high';
  return (blocking ?? 0) >= mediumFromMs || shift > failOverShift ? 'medium' : 'low';
}

function messageOf(cost: Cost): string {
  const { name, requests, transferSize, networkTime, blocking, shift, lcp } = cost;
  const size = transferSize.unknown === requests ? 'of unknown size' : `with ${formatTotal(transferSize)}`;
  const parts = [
    `${name} took ${requests === 1 ? 'one request' : `${requests} requests`} ${size} and ${formatMs(networkTime)} on the network`,
    blocking === null
      ? 'how long it blocked is not measured here'
      : blocking >= 1
        ? `blocked the main thread for ${formatMs(blocking)}`
        : null,
    shift > 0 ? `caused shifts of ${formatNumber(shift, 'en', 3)}` : null,
    lcp === null ? null : `has the largest element, shown after ${formatMs(lcp)}`,
  ].filter((part) => part !== null);
  return `${parts.join(', ')}. ${adviceOn(cost)}`;
}

function adviceOn({ blocking, shift, lcp }: Cost): string {
  if ((blocking ?? 0) >= 1) return 'Load it after your own code, only where it is used, or do without it.';
  if (shift > 0) return 'Keep the place of what it shows.';
  return lcp === null ? 'Ask whether every page needs it.' : 'Serve that resource from your own host.';
}
