import { expect, test } from 'vitest';
import { failedRequests } from '../../../../src/analysis/insights/failed-requests.ts';
import type { ResourceRecord } from '../../../../src/model/resources.ts';
import { pageFacts, resourceRecord } from '../../../fixtures/builders/analysis.ts';

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
