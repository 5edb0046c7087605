import { expect, test } from 'vitest';
import { attributionFacts, attributionParts } from '../../../../src/panel/state/attribution.ts';
import { metricCaveat, metricVerdict } from '../../../../src/panel/state/metric-text.ts';
import { metricRecord } from '../../../fixtures/builders/analysis.ts';

const missing = { value: null, rating: null } as const;

test('says the rating of a measured metric', () => {
  expect(metricVerdict(metricRecord())).toEqual({ tone: 'good', text: 'Good' });
  expect(metricVerdict(metricRecord({ rating: 'needs-improvement' }))).toEqual({
    tone: 'warn',
    text: 'Needs improvement',
  });
  expect(metricVerdict(metricRecord({ rating: 'poor', final: false }))).toEqual({ tone: 'error', text: 'Poor so far' });
});

test('gives no rating to what was not measured', () => {
  expect(metricVerdict(metricRecord({ ...missing, state: 'unsupported' })).tone).toBe('none');
  expect(metricVerdict(metricRecord({ ...missing, state: 'no-data' })).tone).toBe('none');
});

test('expects nothing more of what is over', () => {
  const text = (final: boolean) => metricVerdict(metricRecord({ ...missing, state: 'no-data', final })).text;
  expect([text(false), text(true)]).toEqual(['Nothing to measure yet', 'Not measured']);
});

test('says why a value is missing or inflated, and nothing of one to be trusted', () => {
  const reason = { stateReason: 'The page was loaded in the background.' };
  expect(metricCaveat(metricRecord({ state: 'inflated', ...reason }))).toBe(`Inflated: ${reason.stateReason}`);
  expect(metricCaveat(metricRecord({ ...missing, state: 'unsupported', ...reason }))).toBe(reason.stateReason);
  expect(metricCaveat(metricRecord())).toBeNull();
});

test('lists the sub-parts of a metric in the order of time', () => {
  const attribution = { elementRenderDelay: 4, resourceLoadDuration: 3, timeToFirstByte: 1, resourceLoadDelay: 2 };
  expect(attributionParts(metricRecord({ attribution })).map((part) => part.duration)).toEqual([1, 2, 3, 4]);
});

test('lists no part that the browser did not tell, and none of an unmeasured metric', () => {
  expect(attributionParts(metricRecord({ attribution: { timeToFirstByte: 1, resourceLoadDelay: null } }))).toHaveLength(
    1,
  );
  expect(
    attributionParts(metricRecord({ ...missing, state: 'unsupported', attribution: { timeToFirstByte: 0 } })),
  ).toEqual([]);
});

test('points at element, resource, shift and interaction', () => {
  expect(
    attributionFacts(metricRecord({ attribution: { target: 'img.hero', url: 'https://a.example/h.jpg' } })),
  ).toEqual([
    { label: 'Element', value: 'img.hero', kind: 'selector' },
    { label: 'Resource', value: 'https://a.example/h.jpg', kind: 'url' },
  ]);
  const shift = { largestShiftTarget: 'main', largestShiftTime: 2600, largestShiftValue: 0.21434 };
  expect(attributionFacts(metricRecord({ name: 'CLS', attribution: shift })).map((fact) => fact.value)).toEqual([
    'main',
    '2.6\u00a0s, score 0.214',
  ]);
  const input = { interactionTarget: 'button.buy', interactionType: 'pointer' };
  expect(attributionFacts(metricRecord({ name: 'INP', attribution: input })).map((fact) => fact.value)).toEqual([
    'button.buy',
    'pointer',
  ]);
});
