import { expect, test } from 'vitest';
import { failedRequests } from '../../../../src/analysis/insights/failed-requests.ts';
import type { ResourceRecord } from '../../../../src/model/resources.ts';
import { observationsOf, pageFacts, resourceRecord } from '../../../fixtures/builders/analysis.ts';
import { failedResourceObservation } from '../../../fixtures/builders/observations.ts';

function run(...overrides: readonly Partial<ResourceRecord>[]) {
  return failedRequests.run(pageFacts({ resources: overrides.map(resourceRecord) }));
}

test.each([
  [404, 'image', 'medium', 'app.js failed with 404. Correct its address, or remove the reference.'],
  [404, 'script', 'high', 'app.js failed with 404. Correct its address, or remove the reference.'],
  [500, 'other', 'high', 'app.js failed with 500. Look for the error in the server log.'],
  [403, 'other', 'medium', 'app.js failed with 403. Ask for it only when the user may have it.'],
  [429, 'other', 'medium', 'app.js failed with 429. Ask less often; the server limits the rate.'],
  [400, 'other', 'medium', 'app.js failed with 400. Correct the request.'],
] as const)('status %d of a resource of type %s is of %s severity', (status, resourceType, severity, message) => {
  expect(run({ status, resourceType })).toMatchObject({ status: 'fail', findings: [{ severity, message }] });
});

test('redirects, successes and unknown statuses are no failures', () => {
  expect(run({ status: 399 }, { status: 200 }, { status: 304 }, { status: null })).toEqual({
    status: 'pass',
    findings: [],
  });
});

test('a request that failed repeatedly is one finding; the worst comes first', () => {
  const image = { status: 404, resourceType: 'image', url: 'https://shop.example/gone.png' } as const;
  expect(run(image, image, { status: 503, url: 'https://shop.example/api', resourceType: 'other' })).toMatchObject({
    findings: [
      { url: 'https://shop.example/api' },
      { message: 'gone.png failed with 404 2 times. Correct its address, or remove the reference.' },
    ],
  });
});

test('a request that got no answer failed too, as the network log names it', () => {
  const failure = { aborted: false, text: 'net::ERR_NAME_NOT_RESOLVED' };
  expect(run({ status: null, failure, resourceType: 'image' })).toMatchObject({
    findings: [{ message: expect.stringContaining('failed with net::ERR_NAME_NOT_RESOLVED. '), severity: 'medium' }],
  });
  const blocked = { aborted: false, text: 'net::ERR_BLOCKED_BY_CLIENT' };
  expect(run({ status: null, failure: blocked, resourceType: 'script' })).toMatchObject({
    findings: [{ message: expect.stringContaining('An extension of this browser'), severity: 'low' }],
  });
});

test('what the page gave up did not fail', () => {
  const failure = { aborted: true, text: 'net::ERR_ABORTED' };
  expect(run({ status: null, failure })).toEqual({ status: 'pass', findings: [] });
});

test('an element that waits in vain is named where no request tells of it, and once', () => {
  const gone = 'https://shop.example/gone.js';
  const page = pageFacts({
    resources: [resourceRecord({ url: gone, status: 404 })],
    observations: observationsOf(
      failedResourceObservation({ name: gone, initiatorType: 'script' }),
      failedResourceObservation({ name: 'https://dead.example/cup.png', initiatorType: 'img', element: 'img#cup' }),
      failedResourceObservation({ name: 'https://dead.example/cup.png', initiatorType: 'img', element: 'img.small' }),
    ),
  });
  expect(failedRequests.run(page)).toMatchObject({
    status: 'fail',
    findings: [
      { url: gone, severity: 'high' },
      {
        message: expect.stringContaining('cup.png did not load for img#cup. '),
        severity: 'medium',
        selector: 'img#cup',
      },
    ],
  });
});
