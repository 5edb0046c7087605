import { expect, test } from 'vitest';
import { duplicateRequests } from '../../../../src/analysis/insights/duplicate-requests.ts';
import type { ResourceRecord } from '../../../../src/model/resources.ts';
import { timingSize } from '../../../../src/model/size.ts';
import { pageFacts, resourceRecord } from '../../../fixtures/builders/analysis.ts';
import { PAGE_ORIGIN } from '../../../fixtures/builders/resource-entries.ts';

const url = `${PAGE_ORIGIN}/lib.js`;

function run(...resources: readonly ResourceRecord[]) {
  return duplicateRequests.run(pageFacts({ resources }));
}

function data(startTime: number, overrides: Partial<ResourceRecord> = {}): ResourceRecord {
  return resourceRecord({
    url: `${PAGE_ORIGIN}/api/cart`,
    resourceType: 'other',
    initiatorType: 'fetch',
    startTime,
    ...overrides,
  });
}

test('a file that came twice under one URL is named with what the second time cost', () => {
  expect(run(resourceRecord({ url }), resourceRecord({ url, startTime: 300 }))).toEqual({
    status: 'fail',
    findings: [
      {
        message:
          'lib.js was fetched 2 times, 10.3 kB in vain. Share one request among all who need it, and let it be cached.',
        severity: 'low',
        url,
        startTime: 300,
        duration: 100,
        savings: { bytes: 10_300 },
      },
    ],
  });
});

test('a file that came under two URLs is named with both', () => {
  const [first, second] = [`${url}?v=1`, `${url}?v=2`];
  expect(run(resourceRecord({ url: first }), resourceRecord({ url: second, startTime: 300 }))).toMatchObject({
    status: 'fail',
    findings: [
      {
        message: `lib.js came under 2 addresses: ${first}, ${second}, 10.3 kB in vain. Refer to it by one.`,
        url: second,
      },
    ],
  });
});

test('a preload that was fetched once more is told how to fit', () => {
  const preload = resourceRecord({ url, initiatorType: 'link' });
  expect(run(preload, resourceRecord({ url, startTime: 300 }))).toMatchObject({
    findings: [{ message: expect.stringContaining('Its preload was not used') }],
  });
});

test('two answers to scripts within a second are one too many, later ones are polling', () => {
  expect(run(data(100), data(900))).toMatchObject({ status: 'fail', findings: [{ startTime: 900 }] });
  expect(run(data(100), data(1200))).toEqual({ status: 'pass', findings: [] });
});

test('the most bytes in vain come first', () => {
  const large = { url: `${PAGE_ORIGIN}/large.js`, transferSize: timingSize(500_000) };
  expect(
    run(
      resourceRecord({ url }),
      resourceRecord({ url }),
      resourceRecord(large),
      resourceRecord({ ...large, startTime: 200 }),
    ),
  ).toMatchObject({ findings: [{ url: large.url, severity: 'high' }, { url }] });
});

test.each([
  ['came out of a cache', resourceRecord({ url, delivery: 'cache' })],
  ['failed', resourceRecord({ url, status: 404 })],
  ['was sent on', resourceRecord({ url, redirectedTo: `${PAGE_ORIGIN}/new.js` })],
  ['has another size', resourceRecord({ url: `${url}?v=2`, decodedBodySize: timingSize(31_000) })],
  ['has another name', resourceRecord({ url: `${PAGE_ORIGIN}/other.js` })],
])('a second one that %s is no duplicate', (_, second) => {
  expect(run(resourceRecord({ url }), second)).toEqual({ status: 'pass', findings: [] });
});

test.each([
  ['posted', data(200, { method: 'POST' })],
  ['a beacon', data(200, { initiatorType: 'beacon' })],
])('requests that are %s say something each time', (_, request) => {
  expect(run(request, { ...request, startTime: 210 })).toEqual({ status: 'pass', findings: [] });
});
