import { describe, expect, test } from 'vitest';
import { heapGrowth } from '../../../../src/analysis/insights/heap-growth.ts';
import { observationsOf, pageFacts } from '../../../fixtures/builders/analysis.ts';
import { heapObservation } from '../../../fixtures/builders/observations.ts';
import { pageLoadRecord } from '../../../fixtures/builders/page-loads.ts';

const MB = 1_000_000;

/** A page loaded at 510 ms whose heap had these sizes, in MB, every 5 s from `first` on. */
function run(sizes: readonly number[], first = 5000) {
  const samples = sizes.map((size, i) =>
    heapObservation({ startTime: first + i * 5000, usedJSHeapSize: Math.round(size * MB) }),
  );
  return heapGrowth.run(pageFacts({ observations: observationsOf(...samples) }));
}

/** Ten sizes that rise by so much each, with a little noise. */
const rising = (step: number) => Array.from({ length: 10 }, (_, i) => 20 + i * step + (i % 2) * 0.1);

describe('a heap that keeps growing', () => {
  test('fails when more stays than can be garbage', () => {
    expect(run(rising(2))).toEqual({
      status: 'fail',
      findings: [
        {
          message: expect.stringMatching(/^The heap grew steadily by 18 MB within 45 s\. Compare two heap snapshots/),
          severity: 'high',
          startTime: 5000,
          duration: 45_000,
          size: expect.closeTo(18 * MB, -6),
        },
      ],
    });
  });

  test('fails with less when the collector has run and left it', () => {
    const sizes = rising(0.5).map((size, i) => (i === 5 ? size - 1.2 : size));
    expect(run(sizes)).toMatchObject({ status: 'fail', findings: [{ severity: 'medium' }] });
  });

  test('is named for information when it may be garbage', () => {
    expect(run(rising(0.5))).toMatchObject({
      status: 'informative',
      findings: [{ severity: 'low', message: expect.stringContaining('may be garbage') }],
    });
  });

  test('is judged by the last ten samples, and told since the load', () => {
    const flat = Array.from({ length: 20 }, () => 20);
    expect(run([...flat, ...rising(2)])).toMatchObject({
      status: 'fail',
      findings: [{ startTime: 105_000, message: expect.stringContaining('since the page was loaded') }],
    });
    expect(run([...rising(2), ...flat])).toEqual({ status: 'pass', findings: [] });
  });

  test('is looked at in the newest hundred samples only', () => {
    const collectedLongAgo = [50, 20, ...Array.from({ length: 99 }, (_, i) => 20 + i * 0.5)];
    expect(run(collectedLongAgo).status).toBe('informative');
  });
});

describe('a heap passes', () => {
  test.each([
    ['that does not change', Array.from({ length: 10 }, () => 20)],
    ['that shrinks', rising(2).toReversed()],
    ['that grows by less than 1 MB', rising(0.09)],
    ['that goes up and down', [20, 24, 28, 21, 25, 29, 22, 26, 30, 23]],
    ['that grew once', [20, 30, 30, 30, 30, 30, 30, 30, 30, 30]],
  ])('%s', (_, sizes) => {
    expect(run(sizes)).toEqual({ status: 'pass', findings: [] });
  });
});

describe('a heap is not measured', () => {
  test('where the browser does not tell it', () => {
    expect(run([])).toEqual({ status: 'not-measured', reason: 'The browser told nothing of its JavaScript heap.' });
  });

  test('in Firefox, which is named', () => {
    const pageLoad = pageLoadRecord({ browser: { name: 'Firefox', version: '153.0' } });
    const reason = 'Firefox does not measure this.';
    expect(heapGrowth.run(pageFacts({ pageLoad }))).toEqual({ status: 'not-measured', reason });
  });

  test('before there are ten samples after the load, and says when there will be', () => {
    expect(run(rising(2).slice(0, 7))).toEqual({
      status: 'not-measured',
      reason:
        'The heap was sampled 7 times since the page was loaded, and a trend takes 10 samples: look again in 15 s.',
    });
    // The first sample is from before the load event.
    expect(run(rising(2), 100)).toMatchObject({
      status: 'not-measured',
      reason: expect.stringContaining('sampled 9 times'),
    });
  });
});
