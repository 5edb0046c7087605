import type { Finding, Severity } from '../../model/insights.ts';
import type { Milliseconds } from '../../model/units.ts';
import { counted } from '../counted.ts';
import { formatMs, formatTotal } from '../format.ts';
import { formatNumber } from '../format-number.ts';
import { doesNotMeasure } from '../metrics/metric-support.ts';
import { METRIC_THRESHOLDS } from '../metrics/thresholds.ts';
import type { ThirdParties, ThirdParty } from '../resources/third-parties.ts';
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
  /** Smaller shifts are nobody's. */
  readonly fromShift: number;
}

/**
 * 250 ms: Lighthouse's threshold (core/audits/third-party-summary.js); 50 ms is what makes a task long; 0.1 is a good CLS, and a
 * tenth of it is hardly seen.
 */
const DEFAULTS: Options = {
  failOverMs: 250,
  mediumFromMs: 50,
  highOverMs: 250,
  failOverShift: METRIC_THRESHOLDS.CLS[0],
  fromShift: 0.01,
};

interface Cost extends ThirdParty {
  /** By how much its scripts blocked the main thread; null where the browser does not tell. */
  readonly blocking: Milliseconds | null;
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
  concerns: () => false,
  run(page, options) {
    const limits = { ...DEFAULTS, ...options };
    const costs = costsOf(page, limits.fromShift);
    const blocked = costs.reduce((sum, { blocking }) => sum + (blocking ?? 0), 0);
    const fails = blocked > limits.failOverMs || costs.some(({ shift }) => shift > limits.failOverShift);
    const findings = costs
      .map(
        (cost): Finding => ({
          message: messageOf(cost, doesNotMeasure(page.pageLoad)),
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

/** The one that blocked longest first, then the one that was longest on the network. */
function costsOf(page: PageFacts, fromShift: number): readonly Cost[] {
  const { all, nameOf } = page.thirdParties;
  if (all.length === 0) return [];
  const tellsFrames = page.pageLoad.supportedEntryTypes.includes('long-animation-frame');
  const blocking = blockingByParty(page, nameOf);
  const shifts = shiftsByParty(page, nameOf, fromShift);
  const lcps = lcpByParty(page, nameOf);
  return all
    .map((party) => ({
      ...party,
      blocking: tellsFrames ? (blocking.get(party.name) ?? 0) : null,
      shift: shifts.get(party.name) ?? 0,
      lcp: lcps.get(party.name) ?? null,
    }))
    .sort((a, b) => (b.blocking ?? 0) - (a.blocking ?? 0));
}

type NameOf = ThirdParties['nameOf'];

function blockingByParty({ scriptWorks }: PageFacts, nameOf: NameOf): ReadonlyMap<string, Milliseconds> {
  const sums = new Map<string, Milliseconds>();
  for (const { longest, blocking } of scriptWorks.byScript) {
    const name = nameOf(longest.sourceURL);
    if (name !== null) sums.set(name, (sums.get(name) ?? 0) + blocking);
  }
  return sums;
}

/** A shift belongs to the party whose image, font or frame is its likeliest cause. */
function shiftsByParty(page: PageFacts, nameOf: NameOf, fromShift: number): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  const explain = shiftExplainer({ views: page.views, arrivals: page.arrivals, images: page.observations.image });
  for (const shift of page.layoutShifts) {
    if (shift.hadRecentInput || shift.value < fromShift) continue;
    const [likely] = explain(shift).evidence;
    const name = likely === undefined ? null : nameOf(likely.url);
    if (name !== null) sums.set(name, (sums.get(name) ?? 0) + shift.value);
  }
  return sums;
}

function lcpByParty(page: PageFacts, nameOf: NameOf): ReadonlyMap<string, Milliseconds> {
  const lcps = new Map<string, Milliseconds>();
  for (const { metrics } of page.views) {
    const lcp = metrics.find(({ name }) => name === 'LCP');
    const url = lcp?.attribution.url;
    const name = typeof url === 'string' ? nameOf(url) : null;
    if (name !== null && typeof lcp?.value === 'number') lcps.set(name, Math.max(lcps.get(name) ?? 0, lcp.value));
  }
  return lcps;
}

function severityOf({ blocking, shift }: Cost, { mediumFromMs, highOverMs, failOverShift }: Options): Severity {
  if ((blocking ?? 0) > highOverMs) return 'high';
  return (blocking ?? 0) >= mediumFromMs || shift > failOverShift ? 'medium' : 'low';
}

/** `lack` is said of what the browser does not measure. */
function messageOf(cost: Cost, lack: string): string {
  const { name, requests, transferSize, networkTime, blocking, shift, lcp } = cost;
  const size = transferSize.unknown === requests ? 'of unknown size' : `with ${formatTotal(transferSize)}`;
  const parts = [
    `${name} took ${requests === 1 ? 'one request' : counted(requests, 'request')} ${size} and ${formatMs(networkTime)} on the network`,
    blocking === null
      ? `how long it blocked is unknown (${lack})`
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
