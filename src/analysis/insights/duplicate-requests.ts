import type { Finding } from '../../model/insights.ts';
import type { ResourceRecord } from '../../model/resources.ts';
import type { Milliseconds } from '../../model/units.ts';
import { counted } from '../counted.ts';
import { formatBytes } from '../format.ts';
import { formatNumber } from '../format-number.ts';
import { STATIC_TYPES } from '../resources/request-index.ts';
import type { Transfers } from '../resources/transfers.ts';
import { BYTE_GRADES, type Grades, severityOf } from '../severity.ts';
import { shortUrl } from '../url.ts';
import { failOn, type InsightRule } from './insight-rule.ts';

type Options = Grades & {
  /** Repeats of a script's own request that begin later than this after the first are polling, and wanted. */
  readonly withinMs: number;
};

/** Two answers within a second are about the same state. */
const DEFAULTS: Options = { ...BYTE_GRADES, withinMs: 1000 };

/** Names files that came over the network more than once in one page load, under one URL or under several. */
export const duplicateRequests: InsightRule<Options> = {
  id: 'duplicate-requests',
  title: 'Duplicate requests',
  why: 'The same bytes travel twice, and the second time delays what is new.',
  requires: ['resource'],
  // It looks into `requests` alone.
  concerns: () => false,
  run({ requests }, options) {
    const { withinMs, ...grades } = { ...DEFAULTS, ...options };
    const again = [...requests.repeated.values()].map((same) => ({ ...repeatsOf(same, withinMs), says: sameUrl }));
    const copied = [...requests.copies.values()].map((copies) => ({ ...copies, says: severalUrls }));
    const findings = [...again, ...copied]
      .filter((same) => same.requests.length > 1)
      .map((same) => findingOf(same, same.says(same.requests), grades));
    return failOn(findings.sort((a, b) => (b.savings?.bytes ?? 0) - (a.savings?.bytes ?? 0) || byStart(a, b)));
  },
};

interface Placed {
  readonly url?: string;
  readonly startTime?: Milliseconds;
}

/** The order must not hang on when which request became known. */
function byStart(a: Placed, b: Placed): number {
  const [first = '', second = ''] = [a.url, b.url];
  return (a.startTime ?? 0) - (b.startTime ?? 0) || Number(first > second) - Number(first < second);
}

type Same = Pick<Transfers, 'requests' | 'bytes'>;

/** The first transfer and those that repeat it; of what scripts ask for only what came too soon to be new. */
function repeatsOf({ requests, bytes }: Transfers, withinMs: number): Same {
  const [first] = requests;
  if (first === undefined || STATIC_TYPES.has(first.resourceType)) return { requests, bytes };
  const end = requests.findIndex(({ startTime }) => startTime > first.startTime + withinMs);
  const soon = end < 0 ? requests : requests.slice(0, end);
  return { requests: soon, bytes: soon.reduce((sum, { transferSize }) => sum + (transferSize.value ?? 0), 0) };
}

function sameUrl(same: readonly ResourceRecord[]): string {
  const [first] = same;
  const name = shortUrl(first?.url ?? '');
  const advice =
    first?.initiatorType === 'link'
      ? 'Its preload was not used: give it the same crossorigin and type as the request.'
      : 'Share one request among all who need it, and let it be cached.';
  return `${name} was fetched ${counted(same.length, 'time')}. ${advice}`;
}

function severalUrls(same: readonly ResourceRecord[]): string {
  const [first, second] = same;
  const more = same.length > 2 ? ` and ${formatNumber(same.length - 2, 'en', 0)} more` : '';
  return `${shortUrl(first?.url ?? '')} came under ${counted(same.length, 'address', 'addresses')}: ${first?.url}, ${second?.url}${more}. Refer to it by one.`;
}

function findingOf({ requests: [first, second], bytes: all }: Same, message: string, grades: Grades): Finding {
  const bytes = all - (first?.transferSize.value ?? 0);
  const [what = '', ...rest] = message.split('. ');
  return {
    message: bytes > 0 ? `${what}, ${formatBytes(bytes)} in vain. ${rest.join('. ')}` : message,
    severity: severityOf(bytes, grades),
    url: second?.url ?? '',
    ...(second === undefined ? {} : { startTime: second.startTime, duration: second.duration }),
    ...(bytes > 0 ? { savings: { bytes } } : {}),
  };
}
