import { expect, it } from 'vitest';
import { createPageAnalyzer, type PageAnalyzer } from '../../src/analysis/analyze-page.ts';
import { STARTER_BUDGET } from '../../src/analysis/budgets/starter.ts';
import type { InsightRule, PageFacts } from '../../src/analysis/insights/insight-rule.ts';
import { INSIGHT_RULES } from '../../src/analysis/insights/registry.ts';
import { entriesAt, manyEntries } from '../fixtures/builders/many-entries.ts';
import { pageLoadRecord, vitalRecord } from '../fixtures/builders/page-loads.ts';
import { navigationEntry, opaqueEntry } from '../fixtures/builders/resource-entries.ts';
import { median, printTable } from './support/figures.ts';

const SIZES = [1000, 10_000, 100_000] as const;
const LARGEST = 100_000;
/** Entries of a sealed chunk. */
const CHUNK = 200;
const ROUNDS = 7;

/** The limits of the analysis of a page: growth of the time per request, and milliseconds. */
const MAX_GROWTH = 1.3;
const MAX_WHOLE_MS = 1000;
const MAX_CHUNK_MS = 10;

const context = { budgets: [STARTER_BUDGET], earlier: [] };
const pageLoad = pageLoadRecord({ vitals: [vitalRecord({ value: 3200 })], updatedAt: Date.UTC(2026, 0, 15, 11) });

it('analyses pages of 1,000 to 100,000 requests in linear time, and one more chunk without the rest', () => {
  const inputs = new Map(SIZES.map((size) => [size, manyEntries(size)]));
  // Each small page is analysed as often as makes one large one, so that the garbage of all sizes is alike.
  const times = new Map<number, number[]>(SIZES.map((size) => [size, []]));
  const cpuTimes = new Map<number, number[]>(SIZES.map((size) => [size, []]));
  for (let round = 0; round < ROUNDS; round++) {
    for (const [size, entries] of inputs) {
      const repeats = LARGEST / size;
      const cpuBefore = cpuMs();
      const start = performance.now();
      for (let n = 0; n < repeats; n++) {
        const analyzer = createPageAnalyzer(context);
        analyzer.extend(entries);
        analyzer.result(pageLoad);
      }
      if (round === 0) continue;
      times.get(size)?.push((performance.now() - start) / repeats);
      cpuTimes.get(size)?.push((cpuMs() - cpuBefore) / repeats);
    }
  }
  const microseconds = (size: number) => (median(times.get(size) ?? []) / size) * 1000;
  printTable(
    'The analysis of a page from scratch',
    SIZES.map((size) => ({
      requests: size.toLocaleString('en'),
      ms: median(times.get(size) ?? []).toFixed(2),
      'CPU ms': median(cpuTimes.get(size) ?? []).toFixed(2),
      'µs a request': microseconds(size).toFixed(2),
      'times that of 1,000': (microseconds(size) / microseconds(1000)).toFixed(2),
    })),
  );
  expect.soft(microseconds(LARGEST) / microseconds(1000), 'growth of the time per request').toBeLessThan(MAX_GROWTH);
  expect.soft(median(times.get(LARGEST) ?? []), 'ms for 100,000 requests').toBeLessThan(MAX_WHOLE_MS);
});

it.each([0, 10])('takes one more chunk on top of 100,000 requests, and those of %d frames', (frames) => {
  const rules = new Map<InsightRule, number[]>(INSIGHT_RULES.map((rule) => [rule, []]));
  const watched = INSIGHT_RULES.map((rule) => timed(rule, rules.get(rule) ?? []));
  const analyzer = createPageAnalyzer({ ...context, rules: watched });
  analyzer.extend(manyEntries(LARGEST));
  for (let n = 1; n <= frames; n++) addFrame(analyzer, n);
  analyzer.result(pageLoad);
  const times: number[] = [];
  const cpuTimes: number[] = [];
  for (let round = 0; round < ROUNDS * 3; round++) {
    const from = LARGEST + round * CHUNK;
    const chunk = Array.from({ length: CHUNK }, (_, n) => entriesAt(from + n))
      .flat()
      .slice(0, CHUNK);
    const cpuBefore = cpuMs();
    const start = performance.now();
    analyzer.extend(chunk);
    analyzer.result(pageLoad);
    times.push(performance.now() - start);
    cpuTimes.push(cpuMs() - cpuBefore);
  }
  const slowest = [...rules]
    .map(([rule, all]) => ({ rule: rule.id, ms: median(all.slice(1)) }))
    .toSorted((a, b) => b.ms - a.ms);
  printTable(`One more chunk of 200 on top of 100,000 requests, and those of ${frames} frames`, [
    { what: 'in all', ms: median(times).toFixed(2) },
    { what: 'in all, CPU time', ms: median(cpuTimes).toFixed(2) },
    { what: 'all rules', ms: slowest.reduce((sum, { ms }) => sum + ms, 0).toFixed(2) },
    ...slowest.map(({ rule, ms }) => ({ what: rule, ms: ms.toFixed(2) })),
  ]);
  expect.soft(median(times), 'ms for one more chunk').toBeLessThan(MAX_CHUNK_MS);
});

/** A frame with 50 requests, and its element in the page. */
function addFrame(analyzer: PageAnalyzer, n: number): void {
  const url = `https://widget.example/box-${n}`;
  const frame = { pageLoadId: `frame-${n}`, topPageLoadId: pageLoad.pageLoadId, frameId: n, url };
  analyzer.extend([opaqueEntry({ name: url, initiatorType: 'iframe', startTime: n * 1000 })]);
  analyzer.extendFrame(pageLoadRecord({ ...frame, timeOrigin: pageLoad.timeOrigin + n * 1000 }), [
    navigationEntry({ name: url }),
    ...manyEntries(50).filter(({ entryType }) => entryType === 'resource'),
  ]);
}

/** What this process used of the processors, with its garbage collector: steadier than the clock on a machine that has other work. */
function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function timed(rule: InsightRule, times: number[]): InsightRule {
  return {
    ...rule,
    run(page: PageFacts, options) {
      const start = performance.now();
      try {
        return rule.run(page, options);
      } finally {
        times.push(performance.now() - start);
      }
    },
  };
}
