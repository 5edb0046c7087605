import { expect, test } from 'vitest';
import { scriptErrors } from '../../../../src/analysis/insights/script-errors.ts';
import type { Observation } from '../../../../src/model/observations.ts';
import { observationsOf, pageFacts } from '../../../fixtures/builders/analysis.ts';
import { lifecycleObservation, scriptErrorObservation } from '../../../fixtures/builders/observations.ts';

const listening = lifecycleObservation({ name: 'script-errors-on', startTime: 5 });

function run(...observations: readonly Observation[]) {
  return scriptErrors.run(pageFacts({ observations: observationsOf(...observations) }));
}

test('an error is named with its text, its place and how often it happened', () => {
  expect(run(listening, scriptErrorObservation(), scriptErrorObservation({ startTime: 9000, count: 4 }))).toEqual({
    status: 'fail',
    findings: [
      {
        message: 'A script failed in shop.js, line 12:7 6 times, first at 1.5 s: TypeError: cart is undefined',
        severity: 'medium',
        url: 'https://shop.example/shop.js',
        quote: 'TypeError: cart is undefined',
        startTime: 1500,
      },
    ],
  });
});

test('a rejection without a place is named by its text alone', () => {
  const rejection = scriptErrorObservation({
    name: 'unhandledrejection',
    message: ' gone ',
    source: '',
    line: 0,
    column: 0,
    count: 1,
  });
  const result = run(rejection);
  expect(result).toMatchObject({
    findings: [{ message: 'A promise was rejected and nobody handled it at 1.5 s: gone' }],
  });
  expect(result).not.toHaveProperty('findings.0.url');
});

test('what happened most often comes first; from ten times on it is of high severity', () => {
  const other = scriptErrorObservation({ message: 'other', count: 10 });
  expect(run(scriptErrorObservation({ count: 9 }), other)).toMatchObject({
    findings: [{ severity: 'high', message: expect.stringContaining('other') }, { severity: 'medium' }],
  });
});

test('errors over the cap are counted, and long texts cut', () => {
  const long = scriptErrorObservation({ message: 'x'.repeat(500), count: 3 });
  const result = run(long, scriptErrorObservation({ name: 'over-limit', message: '', source: '', count: 2 }));
  expect(result).toMatchObject({
    findings: [{ message: expect.stringMatching(/: x{199}…$/) }, { message: expect.stringMatching(/^2 more errors/) }],
  });
});

test('a page without errors passes only where they are recorded', () => {
  expect(run(listening)).toEqual({ status: 'pass', findings: [] });
  expect(run(lifecycleObservation())).toMatchObject({
    status: 'not-measured',
    reason: expect.stringContaining('options'),
  });
});
