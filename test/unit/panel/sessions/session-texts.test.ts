import { describe, expect, test } from 'vitest';
import { factsOfRecord } from '../../../../src/analysis/history/page-load-facts.ts';
import { trendOf } from '../../../../src/analysis/history/trend.ts';
import {
  differenceText,
  figureText,
  judgedDifference,
  unsupportedText,
} from '../../../../src/panel/sessions/compare/change-text.ts';
import { bytesText, countText, metricText, notesOf, violationsText } from '../../../../src/panel/sessions/row-text.ts';
import { trendPicture } from '../../../../src/panel/sessions/trends/trend-picture.ts';
import { againstLimits, trendText } from '../../../../src/panel/sessions/trends/trend-text.ts';
import { FIREFOX_ENTRY_TYPES, pageLoadRecord, vitalRecord } from '../../../fixtures/builders/page-loads.ts';

const LCP = { name: 'LCP', value: 2600, rating: 'needs-improvement', state: 'measured' } as const;

describe('a row', () => {
  test('says a metric with its rating, and why there is none', () => {
    expect(metricText('LCP', LCP)).toEqual({ tone: 'warn', text: '2.60\u00a0s' });
    expect(metricText('LCP', { ...LCP, state: 'inflated' })).toEqual({ tone: 'none', text: '2.60\u00a0s' });
    expect(metricText('CLS', { ...LCP, value: null, rating: null, state: 'unsupported' }).text).toBe('unsupported');
    expect(metricText('INP', { ...LCP, value: null, rating: null, state: 'no-data' }).text).toBe('no data');
    expect(metricText('TBT', undefined).text).toBe('unknown');
  });

  test('says what budgets made of it, the worst first', () => {
    expect(violationsText(null).text).toBe('not judged');
    expect(violationsText({ warn: 2, error: 1 })).toEqual({ tone: 'error', text: '1 error' });
    expect(violationsText({ warn: 2, error: 0 })).toEqual({ tone: 'warn', text: '2 warnings' });
    expect(violationsText({ warn: 0, error: 0 }).tone).toBe('good');
  });

  test('never says 0 for what is not known', () => {
    expect([countText(null), bytesText(null), bytesText({ value: 0, unknown: 2 })]).toEqual(Array(3).fill('unknown'));
    expect(bytesText({ value: 2000, unknown: 1 })).toBe('at least 2.0\u00a0kB');
  });

  test('notes what is kept, what is cut off and what comes from a file', () => {
    const ended = factsOfRecord(pageLoadRecord({ baseline: true }));
    expect(notesOf(ended, true, false)).toEqual(['pinned', 'baseline']);
    expect(notesOf(factsOfRecord(pageLoadRecord({ state: 'lost' })), false, true)).toEqual([
      'from a file',
      'incomplete',
    ]);
    expect(notesOf({ ...ended, state: 'summary', baseline: false }, false, false)).toEqual(['summary only']);
  });
});

test('a difference has a sign and a unit, and says when it is none or unknown', () => {
  expect(differenceText(1200, 'ms')).toBe('+1.2\u00a0s');
  expect(differenceText(-40_000, 'bytes')).toBe('−40\u00a0kB');
  expect(differenceText(0, 'count')).toBe('same');
  expect(differenceText(null, 'ms')).toBe('unknown');
  expect(judgedDifference(1200, 'ms', 'worse')).toEqual({ tone: 'error', text: '+1.2\u00a0s, worse' });
  expect(judgedDifference(20, 'ms', 'same')).toEqual({ tone: 'none', text: '+20\u00a0ms' });
});

test('a comparison says which browser does not measure what it lacks, once', () => {
  const firefox = pageLoadRecord({ browser: { name: 'Firefox', version: '153.0' } });
  const sides = { a: pageLoadRecord(), b: firefox };
  const row = { a: figureText(3, 'count'), b: figureText(null, 'count') };
  expect(row.b.text).toBe('unsupported');
  expect(unsupportedText([row, row], sides)).toBe('Unsupported: Firefox does not measure this.');
  expect(unsupportedText([{ a: row.b, b: row.b }], { a: firefox, b: firefox })).toBe(
    'Unsupported: Firefox does not measure this.',
  );
  expect(unsupportedText([{ a: row.a, b: row.a }], sides)).toBeNull();
});

describe('a trend', () => {
  const loads = [1200, 1500, 3200].map((value, index) =>
    factsOfRecord(pageLoadRecord({ pageLoadId: `p${index}`, timeOrigin: index, vitals: [vitalRecord({ value })] })),
  );
  const trend = (error?: number, of = loads) =>
    trendOf(of, 'https://shop.example/', 'LCP', [
      { name: 'B', match: '*', limits: [{ metric: 'LCP', ...(error !== undefined && { error }) }] },
    ]);

  test('says in words what its picture shows', () => {
    expect(trendText(trend(2500))).toBe(
      "LCP: 75\u00a0% of 3 page loads are at 3.2\u00a0s or less. 1 is over the budget's error limit of 2.5\u00a0s.",
    );
    expect(trendText(trend())).toMatch(/No budget sets a limit for it here\.$/);
    expect(trendText(trend(2500, loads.slice(0, 1)))).toMatch(
      /^LCP: the one page load is at 1\.2\u00a0s\. None is over/,
    );
    expect(trendText(trend(2500, [factsOfRecord(pageLoadRecord())]))).toBe(
      'LCP is not known of any of these page loads. 1 more has no value to go by: not measured, disturbed or not known in full.',
    );
  });

  test('names the browser that does not measure it', () => {
    const browser = { name: 'Firefox', version: '153.0' };
    const firefox = factsOfRecord(pageLoadRecord({ browser, supportedEntryTypes: FIREFOX_ENTRY_TYPES }));
    const cls = (of: typeof loads) => trendText(trendOf(of, 'https://shop.example/', 'CLS', []));
    expect(cls([firefox])).toMatch(/1 more has no value to go by: Firefox does not measure this\.$/);
    expect(cls([firefox, ...loads])).toMatch(
      /4 more have no value to go by: Firefox does not measure this; not measured, disturbed or not known in full\.$/,
    );
  });

  test('draws each page load, its percentile and the limits that are near', () => {
    const near = trendPicture(trend(2500));
    expect(near.series[0]?.points.map(({ x, y }) => [x, y])).toEqual([
      [1, 1200],
      [2, 1500],
      [3, 3200],
    ]);
    expect(near.limits?.map(({ label }) => label)).toEqual(['Error limit 2.5\u00a0s', '75th percentile 3.2\u00a0s']);
    expect(trendPicture(trend(60_000)).limits?.map(({ at }) => at)).toEqual([3200]);
  });

  test('of many page loads is a cloud with the median of the last ten through it', () => {
    const many = Array.from({ length: 40 }, (_, index) =>
      factsOfRecord(
        pageLoadRecord({
          pageLoadId: `p${index}`,
          timeOrigin: index,
          vitals: [vitalRecord({ value: index === 20 ? 9000 : 1000 })],
        }),
      ),
    );
    const [line, cloud] = trendPicture(trend(2500, many)).series;
    expect([line?.shape, cloud?.shape]).toEqual(['line', 'dots']);
    expect(new Set(line?.points.map(({ y }) => y))).toEqual(new Set([1000]));
    expect(cloud?.points[20]?.y).toBe(9000);
  });

  test('says of each value how it stands to the limits', () => {
    const { points } = trend(2500);
    expect(points.map((point) => againstLimits(point, trend(2500)).tone)).toEqual(['good', 'good', 'error']);
    expect(points.map((point) => againstLimits(point, trend()).text)[0]).toBe('no limit');
  });
});
