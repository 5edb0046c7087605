import { describe, expect, test } from 'vitest';
import { compareBudgets } from '../../../../src/analysis/compare/compare-budgets.ts';
import { compareFindings } from '../../../../src/analysis/compare/compare-findings.ts';
import { compareMetrics } from '../../../../src/analysis/compare/compare-metrics.ts';
import { compareResources } from '../../../../src/analysis/compare/compare-resources.ts';
import { resourceKey } from '../../../../src/analysis/compare/resource-key.ts';
import { timingSize, UNKNOWN_SIZE } from '../../../../src/model/size.ts';
import { budgetResult, finding, insight, metricRecord, resourceRecord } from '../../../fixtures/builders/analysis.ts';

const SHOP = 'https://shop.example';

describe('vitals', () => {
  const direction = (a: number, b: number) =>
    compareMetrics([metricRecord({ value: a })], [metricRecord({ value: b })])[0]?.direction;

  test('differ when it is by more than a tenth and more than a user could tell', () => {
    expect(direction(1000, 1200)).toBe('worse');
    expect(direction(1200, 1000)).toBe('better');
    expect(direction(1000, 1090)).toBe('same');
    expect(direction(20, 60)).toBe('same');
  });

  test('that circumstances made worse are not judged', () => {
    const [lcp] = compareMetrics([metricRecord()], [metricRecord({ value: 9000, state: 'inflated' })]);
    expect(lcp).toMatchObject({ difference: 7800, direction: 'unknown' });
  });

  test('that one view does not have are unknown', () => {
    const [lcp] = compareMetrics([], [metricRecord()]);
    expect(lcp).toMatchObject({ a: null, difference: null, direction: 'unknown' });
  });
});

describe('resources', () => {
  const file = (name: string, size: number | null) =>
    resourceRecord({ url: `${SHOP}/${name}`, encodedBodySize: size === null ? UNKNOWN_SIZE : timingSize(size) });
  const changes = (a: readonly [string, number | null][], b: readonly [string, number | null][]) =>
    compareResources(
      a.map(([name, size]) => file(name, size)),
      b.map(([name, size]) => file(name, size)),
    ).map(({ kind, key, difference }) => [kind, key.slice(SHOP.length + 1), difference]);

  test('that were added, removed or changed their size, the largest first, the unknown last', () => {
    expect(
      changes(
        [
          ['app.js', 1000],
          ['old.css', 4000],
          ['same.png', 7],
        ],
        [
          ['app.js', 1500],
          ['new.jpg', 9000],
          ['ad.js', null],
          ['same.png', 7],
        ],
      ),
    ).toEqual([
      ['added', 'new.jpg', 9000],
      ['removed', 'old.css', -4000],
      ['grown', 'app.js', 500],
      ['added', 'ad.js', null],
    ]);
  });

  test('that were built anew under another name are the same file', () => {
    expect(changes([['main-4f3a2b1c.js', 1000]], [['main-9d8e7f6a.js', 800]])).toEqual([['shrunk', 'main-*.js', -200]]);
    expect(changes([['api?page=1', 10]], [['api?page=2', 10]])).toEqual([]);
  });

  test('of which several could be meant are not taken for each other', () => {
    expect(
      changes(
        [['chunk-1a2b3c4d.js', 10]],
        [
          ['chunk-5e6f7a8b.js', 20],
          ['chunk-9c0d1e2f.js', 30],
        ],
      ).map(([kind]) => kind),
    ).toEqual(['added', 'added', 'removed']);
  });

  test('of a size that one side does not know are not said to have grown', () => {
    expect(changes([['x.js', null]], [['x.js', 100]])).toEqual([]);
  });

  test('asked for twice are one file of the size of both', () => {
    expect(
      changes(
        [['x.js', 100]],
        [
          ['x.js', 100],
          ['x.js', 100],
        ],
      ),
    ).toEqual([['grown', 'x.js', 100]]);
  });

  test('the page itself is compared whatever its URL', () => {
    const page = (path: string, size: number) =>
      resourceRecord({ url: `${SHOP}${path}`, initiatorType: 'navigation', encodedBodySize: timingSize(size) });
    expect(compareResources([page('/', 100)], [page('/cart', 300)])).toMatchObject([
      { kind: 'grown', difference: 200 },
    ]);
  });
});

test('a resource is named by what stays of its URL', () => {
  const name = (path: string) => resourceKey(`${SHOP}/${path}`).slice(SHOP.length + 1);
  expect(name('assets/main-4f3a2b1c.js?v=3')).toBe('assets/main-*.js');
  expect(name('assets/index-DInlIb-G.js')).toBe('assets/index-*.js');
  expect(name('app.9f86d081884c7d65.min.js')).toBe('app.*.min.js');
  expect(name('app-controller.js')).toBe('app-controller.js');
  expect(name('jquery.validate.js')).toBe('jquery.validate.js');
  expect(name('product/42/photo.jpg')).toBe('product/*/photo.jpg');
});

describe('findings', () => {
  const kinds = (a: Parameters<typeof insight>[0], b: Parameters<typeof insight>[0]) =>
    compareFindings([insight(a)], [insight(b)]).changes.map(({ kind }) => kind);

  test('are new, gone, worse or better', () => {
    const slow = (duration: number) => ({ findings: [finding({ duration })] });
    expect(kinds({ status: 'pass', findings: [] }, {})).toEqual(['new']);
    expect(kinds({}, { status: 'pass', findings: [] })).toEqual(['gone']);
    expect(kinds(slow(100), slow(300))).toEqual(['worse']);
    expect(kinds(slow(300), slow(100))).toEqual(['better']);
    expect(kinds(slow(300), slow(310))).toEqual([]);
    expect(kinds({ findings: [finding({ severity: 'low' })] }, {})).toEqual(['worse']);
  });

  test('told for information are no problem that came', () => {
    expect(kinds({ status: 'pass', findings: [] }, { status: 'informative' })).toEqual([]);
  });

  test('of a rule that could not judge one side are neither new nor gone', () => {
    const unjudged = insight({ status: 'not-measured', statusReason: 'Firefox does not measure this.', findings: [] });
    const { changes, notCompared } = compareFindings([unjudged], [insight()]);
    expect(changes).toEqual([]);
    expect(notCompared).toEqual([
      { insightId: 'large-resources', title: 'Large resources', reason: 'Firefox does not measure this.' },
    ]);
    expect(compareFindings([unjudged], [unjudged]).notCompared).toEqual([]);
  });
});

test('limits are better or worse by their level, and unknown where one is not measured', () => {
  const levels = (a: 'pass' | 'warn' | 'error' | 'not-measured', b: typeof a) =>
    compareBudgets([budgetResult({ level: a })], [budgetResult({ level: b })])[0]?.direction;
  expect(levels('pass', 'error')).toBe('worse');
  expect(levels('error', 'warn')).toBe('better');
  expect(levels('warn', 'warn')).toBe('same');
  expect(levels('not-measured', 'pass')).toBe('unknown');
  expect(compareBudgets([budgetResult()], [])).toMatchObject([{ b: null, direction: 'unknown' }]);
});
