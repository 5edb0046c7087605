import { rate } from '../../../src/analysis/metrics/thresholds.ts';
import type { EntryRecord } from '../../../src/model/entries.ts';
import type { MetricName } from '../../../src/model/metrics.ts';
import type { PageLoadRecord } from '../../../src/model/page-load.ts';
import type { HistoryRecord, MetricSummary, PageLoadSummary } from '../../../src/model/page-load-summary.ts';
import { RESOURCE_TYPES, type ResourceTotal } from '../../../src/model/resources.ts';
import type { PageSnapshot } from '../../../src/model/snapshot.ts';
import type { SessionSource } from '../../../src/panel/session-source.ts';
import { historyOf } from '../../../src/store/history-record.ts';
import { pageSnapshot, TIME_ORIGIN, viewRecord, vitalRecord } from '../../fixtures/builders/page-loads.ts';
import { navigationEntry, PAGE_ORIGIN, resourceEntry } from '../../fixtures/builders/resource-entries.ts';
import { lcpEntry, longTaskEntry, paintEntry, shiftEntry } from '../../fixtures/builders/timeline-entries.ts';
import { createRecordedSource } from '../recorded-source.ts';
import { withStorage } from '../recorded-storage.ts';

const HOUR = 3_600_000;
const PER_SESSION = 25;
/** Page loads of the oldest sessions of which only the summary is left: one in five. */
const SUMMARISED = 5;
const PAGES = [
  ['/', 'Shop'],
  ['/product/1042', 'Copper kettle'],
  ['/product/77', 'Oak chair'],
  ['/search?q=kettle', 'Search: kettle'],
  ['/cart', 'Cart'],
  ['/a-long-way/down/the-catalogue/of-every-thing/that-is-sold/anywhere?sort=price&page=12', 'The whole catalogue'],
] as const;

/** `count` page loads of a shop over some weeks, the newest session that of the tab; of the oldest only summaries are left. */
export function historySession(count: number, perSession = PER_SESSION): SessionSource {
  const snapshots = Array.from({ length: count }, (_, index) => pageLoad(index, count, perSession));
  const cut = count > perSession ? Math.floor(count / SUMMARISED) : 0;
  const kept = snapshots.slice(cut);
  const own = kept.at(-1)?.pageLoad.sessionId;
  const source = createRecordedSource(kept);
  const ownSource: SessionSource = {
    ...source,
    subscribe(listeners) {
      queueMicrotask(() => listeners.onSession(own ?? 'session'));
      return () => {};
    },
  };
  const history = snapshots.slice(0, cut).map(({ pageLoad: record }): HistoryRecord => historyOf(record));
  return withStorage(
    ownSource,
    kept.map(({ pageLoad: record }) => record),
    history,
  );
}

/** The sizes wander slowly, as those of a site do that is worked on; every ninth page load is a slow one. */
function pageLoad(index: number, count: number, perSession: number): PageSnapshot {
  const [path, title] = PAGES[index % PAGES.length] ?? PAGES[0];
  const url = `${PAGE_ORIGIN}${path}`;
  const session = Math.floor(index / perSession);
  const slow = index % 9 === 4 ? 2.2 : 1;
  const drift = 1 + 0.4 * Math.sin(index / 40) + 0.3 * (index / count);
  const bundle = Math.round(180_000 * drift);
  const lcp = Math.round(1400 * drift * slow + (index % 7) * 90);
  const cls = Math.round((index % 11) * 12 * slow) / 1000;
  const inp = index % 4 === 0 ? null : Math.round(120 * drift * slow);
  const metrics = [
    metric('LCP', lcp),
    metric('CLS', cls),
    metric('INP', inp),
    metric('FCP', Math.round(lcp / 2)),
    metric('TTFB', 60 + (index % 5) * 40),
    metric('FID', null),
    metric('TBT', Math.round(90 * drift * slow)),
    metric('TTI', Math.round(lcp * 1.3)),
  ];
  const entries = entriesOf(url, bundle, index, lcp, cls);
  const timeOrigin = TIME_ORIGIN - (count - index) * 4 * 60_000 - (count / perSession - session) * 20 * HOUR;
  const hasRoute = index % 8 === 3;
  const isOpen = index === count - 1;
  const record: Partial<PageLoadRecord> = {
    pageLoadId: `page-load-${index}`,
    sessionId: `session-${session}`,
    url,
    title,
    timeOrigin,
    state: isOpen ? 'open' : index % 31 === 30 ? 'lost' : 'ended',
    baseline: index % 40 === 20,
    bytes: { raw: 61_000 + (index % 9) * 4000, stored: 7100 + (index % 9) * 300, counted: true },
    views: [
      viewRecord({ url }),
      ...(hasRoute
        ? [viewRecord({ viewId: 'view-2', kind: 'soft-navigation', url: `${PAGE_ORIGIN}/filter/red`, startTime: 9000 })]
        : []),
    ],
    vitals: [
      vitalRecord({ value: lcp }),
      vitalRecord({ name: 'CLS', value: cls }),
      ...(inp === null ? [] : [vitalRecord({ name: 'INP', value: inp })]),
      vitalRecord({ name: 'FCP', value: Math.round(lcp / 2) }),
      vitalRecord({ name: 'TTFB', value: 60 + (index % 5) * 40 }),
      ...(hasRoute ? [vitalRecord({ viewId: 'view-2', value: Math.round(lcp / 3) })] : []),
    ],
    violations: { error: lcp > 3000 ? 1 : 0, warn: bundle > 250_000 ? 2 : 0 },
    summary: isOpen ? null : summaryOf(metrics, entries, bundle),
  };
  return pageSnapshot(entries, record);
}

function metric(name: MetricName, value: number | null): MetricSummary {
  if (value === null) return { name, value, rating: null, state: 'no-data' };
  return { name, value, rating: rate(name, value), state: 'measured' };
}

function entriesOf(url: string, bundle: number, index: number, lcp: number, cls: number): readonly EntryRecord[] {
  const script = (name: string, size: number, startTime: number) =>
    resourceEntry({
      name: `${PAGE_ORIGIN}/assets/${name}`,
      initiatorType: 'script',
      startTime,
      transferSize: size + 300,
      encodedBodySize: size,
      decodedBodySize: size * 3,
    });
  return [
    navigationEntry({ name: url }),
    script(`main-${(0xa1b2c3d4 + Math.floor(index / 10)).toString(16)}.js`, bundle, 120),
    script('vendor-5e6f7a8b.js', 96_000, 125),
    ...(index % 3 === 0 ? [script('chat-widget.js', 41_000, 400)] : []),
    ...(index % 5 === 2 ? [script('reviews.js', 23_500, 420)] : []),
    paintEntry({ startTime: Math.round(lcp / 2) }),
    longTaskEntry({ startTime: 500, duration: 80 + (index % 6) * 25 }),
    ...(cls > 0 ? [shiftEntry({ startTime: 1500, value: cls })] : []),
    lcpEntry({ startTime: lcp, renderTime: lcp }),
  ];
}

function summaryOf(
  metrics: readonly MetricSummary[],
  entries: readonly EntryRecord[],
  bundle: number,
): PageLoadSummary {
  const requests = entries.filter(({ entryType }) => entryType === 'resource' || entryType === 'navigation').length;
  const value = bundle + 110_000 + requests * 4_000;
  const total = (resourceType: ResourceTotal['resourceType'], count: number, size: number): ResourceTotal => ({
    resourceType,
    requests: count,
    transferSize: { value: size, unknown: 0 },
  });
  return {
    metrics,
    totals: [
      ...RESOURCE_TYPES.map((type) =>
        type === 'script'
          ? total(type, requests - 1, value - 10_000)
          : type === 'document'
            ? total(type, 1, 10_000)
            : total(type, 0, 0),
      ),
      total('total', requests, value),
      total('third-party', 0, 0),
    ],
  };
}
