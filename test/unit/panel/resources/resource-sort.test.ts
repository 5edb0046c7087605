import fc from 'fast-check';
import { expect, test } from 'vitest';
import { timingSize, UNKNOWN_SIZE } from '../../../../src/model/size.ts';
import { COLUMN_IDS, type ColumnId } from '../../../../src/panel/resources/column-ids.ts';
import type { FlagsOf } from '../../../../src/panel/resources/resource-flags.ts';
import { createResourceSorter, nextSort, sortResources } from '../../../../src/panel/resources/resource-sort.ts';
import { resourcePhases, resourceRecord } from '../../../fixtures/builders/analysis.ts';
import { growingLists } from '../../../fixtures/builders/any-resources.ts';

const small = resourceRecord({
  url: 'https://a.example/Beta.js',
  transferSize: timingSize(10),
  startTime: 3,
  duration: 5,
  priority: 'VeryLow',
});
const large = resourceRecord({
  url: 'https://a.example/alpha.css',
  resourceType: 'stylesheet',
  transferSize: timingSize(900),
  startTime: 1,
  duration: 9,
  priority: 'High',
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
const noFlags: FlagsOf = () => [];
const sorted = (key: ColumnId, descending = false) => sortResources(all, { key, descending }, noFlags);

test('sorts by name without regard to case', () => {
  expect(sorted('name')).toEqual([large, small, opaque]);
});

test('sorts by start and by duration', () => {
  expect(sorted('start')).toEqual([large, opaque, small]);
  expect(sorted('waterfall')).toEqual([large, opaque, small]);
  expect(sorted('duration', true)).toEqual([large, opaque, small]);
});

test('sorts by priority as the browser means it, not by its letters', () => {
  expect(sorted('priority', true).slice(0, 2)).toEqual([large, small]);
});

test('sorts by the number of findings', () => {
  const flagsOf: FlagsOf = (resource) => (resource === opaque ? [{ name: 'slow', tone: 'warn' }] : []);
  expect(sortResources(all, { key: 'flags', descending: true }, flagsOf)[0]).toBe(opaque);
});

test('puts unknown sizes, statuses and phases last in either direction', () => {
  for (const key of ['transfer', 'status', 'blame', 'wait'] as const) {
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

test('sorts a list that grows as if it had been there at once', () => {
  fc.assert(
    fc.property(growingLists, fc.constantFrom(...COLUMN_IDS), fc.boolean(), (lists, key, descending) => {
      const sorter = createResourceSorter();
      for (const list of lists) {
        expect(sorter(list, { key, descending }, noFlags)).toEqual(sortResources(list, { key, descending }, noFlags));
      }
    }),
  );
});
