import { expect, test } from 'vitest';
import { timingSize, UNKNOWN_SIZE } from '../../../../src/model/size.ts';
import { filterResources, nextSort, type SortKey, sortResources } from '../../../../src/panel/state/resource-sort.ts';
import { resourcePhases, resourceRecord } from '../../../fixtures/builders/analysis.ts';

const small = resourceRecord({
  url: 'https://a.example/Beta.js',
  transferSize: timingSize(10),
  startTime: 3,
  duration: 5,
});
const large = resourceRecord({
  url: 'https://a.example/alpha.css',
  resourceType: 'stylesheet',
  transferSize: timingSize(900),
  startTime: 1,
  duration: 9,
});
const opaque = resourceRecord({
  url: 'https://b.example/c.js',
  transferSize: UNKNOWN_SIZE,
  status: null,
  startTime: 2,
  duration: 7,
  phases: resourcePhases(),
});
const all = [small, large, opaque];
const sorted = (key: SortKey, descending = false) => sortResources(all, { key, descending });

test('sorts by name without regard to case', () => {
  expect(sorted('name')).toEqual([large, small, opaque]);
});

test('sorts by start and by duration', () => {
  expect(sorted('start')).toEqual([large, opaque, small]);
  expect(sorted('duration', true)).toEqual([large, opaque, small]);
});

test('puts unknown sizes, statuses and phases last in either direction', () => {
  for (const key of ['transfer', 'status', 'blame'] as const) {
    expect(sorted(key).at(-1)).toBe(opaque);
    expect(sorted(key, true).at(-1)).toBe(opaque);
  }
  expect(sorted('transfer', true)[0]).toBe(large);
});

test('keeps the order of equal rows', () => {
  expect(sorted('status')).toEqual([small, large, opaque]);
});

test('starts a size column at its largest, a name column at A, and turns round on the second click', () => {
  const start = { key: 'start', descending: false } as const;
  expect(nextSort(start, 'transfer')).toEqual({ key: 'transfer', descending: true });
  expect(nextSort(start, 'name')).toEqual({ key: 'name', descending: false });
  expect(nextSort({ key: 'transfer', descending: true }, 'transfer')).toEqual({ key: 'transfer', descending: false });
});

test('filters by every word, in URL, type or status', () => {
  expect(filterResources(all, 'A.EXAMPLE js')).toEqual([small]);
  expect(filterResources(all, 'stylesheet')).toEqual([large]);
  expect(filterResources(all, 'unknown')).toEqual([opaque]);
  expect(filterResources(all, '  ')).toBe(all);
});
