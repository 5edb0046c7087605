import { expect, test } from 'vitest';
import { firstHidden, hiddenSpans } from '../../../../src/analysis/metrics/visibility.ts';
import { visibilityEntry } from '../../../fixtures/builders/timeline-entries.ts';

test('a page is hidden from each change to hidden to the next change to visible', () => {
  const entries = [
    visibilityEntry({ name: 'hidden', startTime: 0 }),
    visibilityEntry({ name: 'visible', startTime: 500 }),
    visibilityEntry({ name: 'visible', startTime: 600 }),
    visibilityEntry({ name: 'hidden', startTime: 900 }),
    visibilityEntry({ name: 'hidden', startTime: 950 }),
  ];
  expect(hiddenSpans(entries)).toEqual([
    { start: 0, end: 500 },
    { start: 900, end: Number.POSITIVE_INFINITY },
  ]);
  expect(hiddenSpans([visibilityEntry()])).toEqual([]);
});

test('only spans that begin in the time asked for count', () => {
  const spans = [{ start: 100, end: 300 }];
  expect(firstHidden(spans, 0, 101)).toBe(spans[0]);
  expect(firstHidden(spans, 0, 100)).toBeUndefined();
  expect(firstHidden(spans, 200, 400)).toBeUndefined();
});
