import { expect, test } from 'vitest';
import { createObservationLog } from '../../../src/analysis/observation-log.ts';
import { OBSERVATION_TYPES } from '../../../src/model/observations.ts';
import { everyObservation, heapObservation } from '../../fixtures/builders/observations.ts';

test('observations are found by their type, in the order in which they were made', () => {
  const log = createObservationLog();
  for (const observation of everyObservation()) log.add(observation);
  const second = heapObservation({ startTime: 5020 });
  log.add(second);
  const found = log.observations();
  for (const type of OBSERVATION_TYPES) {
    expect(new Set(found[type].map(({ entryType }) => entryType)), type).toEqual(new Set([type]));
  }
  expect(found.heap).toEqual([heapObservation(), second]);
});

test('a page load without observations has an empty list of each type', () => {
  const found = createObservationLog().observations();
  for (const type of OBSERVATION_TYPES) expect(found[type], type).toEqual([]);
});
