import { expect, test } from 'vitest';
import { bundleWeight } from '../../../../src/analysis/insights/bundle-weight.ts';
import type { ResourceRecord } from '../../../../src/model/resources.ts';
import { timingSize, UNKNOWN_SIZE } from '../../../../src/model/size.ts';
import { pageFacts, resourceRecord } from '../../../fixtures/builders/analysis.ts';
import { PAGE_ORIGIN } from '../../../fixtures/builders/resource-entries.ts';

function file(name: string, bytes: number, overrides: Partial<ResourceRecord> = {}): ResourceRecord {
  return resourceRecord({
    url: `${PAGE_ORIGIN}/assets/${name}`,
    resourceType: name.endsWith('.css') ? 'stylesheet' : 'script',
    transferSize: timingSize(bytes),
    ...overrides,
  });
}

function run(...resources: readonly ResourceRecord[]) {
  return bundleWeight.run(pageFacts({ resources }));
}

test('a heavy main bundle is named with what it is over', () => {
  expect(run(file('main-4f2a1c.js', 450_000))).toEqual({
    status: 'fail',
    findings: [
      {
        message:
          'main-4f2a1c.js, the main bundle, has 450 kB on the wire; 400 kB are enough. Split it by route, and load what the first view does not need when it is needed.',
        severity: 'medium',
        url: `${PAGE_ORIGIN}/assets/main-4f2a1c.js`,
        startTime: 100,
        duration: 100,
        size: 450_000,
        savings: { bytes: 50_000 },
      },
    ],
  });
});

test.each([
  ['index-D4xk.js', 'the main bundle', 600_000],
  ['app.js', 'the main bundle', 600_000],
  ['vendors~main.3c1d.chunk.js', 'the bundle of libraries', 1_200_000],
  ['chunk-vendors.9f8e.js', 'the bundle of libraries', 1_200_000],
  ['styles.1a2b.css', 'the main style sheet', 120_000],
])('%s is %s', (name, what, bytes) => {
  expect(run(file(name, bytes))).toMatchObject({
    findings: [{ message: expect.stringContaining(`, ${what}, has`), severity: 'high' }],
  });
});

test('one out of the cache counts with its body', () => {
  const cached = { delivery: 'cache' as const, encodedBodySize: timingSize(600_000) };
  expect(run(file('main.js', 0, cached))).toMatchObject({ findings: [{ size: 600_000 }] });
});

test('the heaviest comes first, and each file once', () => {
  expect(run(file('main.css', 90_000), file('main.js', 500_000), file('main.js', 500_000))).toMatchObject({
    findings: [{ severity: 'medium', size: 500_000 }, { size: 90_000 }],
  });
});

test('files of one bundle are weighed together', () => {
  const parts = [file('vendor-a.js', 500_000), file('vendor-b.js', 450_000), file('main.js', 300_000)];
  expect(run(...parts)).toMatchObject({
    findings: [
      {
        message: expect.stringContaining(
          'vendor-a.js, the bundle of libraries with 1 more file, has 950 kB on the wire',
        ),
        severity: 'medium',
        savings: { bytes: 150_000 },
      },
    ],
  });
});

test.each([
  ['as heavy as it may be', file('main.js', 400_000)],
  ['of another name', file('mainframe.js', 900_000)],
  ['no code', file('main.js', 900_000, { resourceType: 'image' })],
  ['of unknown size', file('main.js', 0, { transferSize: UNKNOWN_SIZE })],
])('a file that is %s passes', (_, resource) => {
  expect(run(resource)).toEqual({ status: 'pass', findings: [] });
});
