import { expect, test } from 'vitest';
import { unusedPreloads } from '../../../../src/analysis/insights/unused-preloads.ts';
import type { LinkObservation } from '../../../../src/model/observations.ts';
import type { ResourceRecord } from '../../../../src/model/resources.ts';
import { observationsOf, pageFacts, resourceRecord } from '../../../fixtures/builders/analysis.ts';
import { linkObservation } from '../../../fixtures/builders/observations.ts';
import { PAGE_ORIGIN } from '../../../fixtures/builders/resource-entries.ts';

const url = `${PAGE_ORIGIN}/price.woff2`;
const preload = resourceRecord({ url, resourceType: 'font', initiatorType: 'link' });
const used = resourceRecord({ url, resourceType: 'font', initiatorType: 'css', startTime: 200, delivery: 'cache' });

function link(overrides: Partial<LinkObservation> = {}): LinkObservation {
  return linkObservation({ name: url, ...overrides });
}

/** As the collector notes it when the attribute is not there. */
function linkWithoutCors(): LinkObservation {
  const { crossOrigin: _, ...observation } = link();
  return observation;
}

function run(links: readonly LinkObservation[], ...resources: readonly ResourceRecord[]) {
  return unusedPreloads.run(pageFacts({ observations: observationsOf(...links), resources }));
}

test('a font that was asked for once more says that crossorigin is missing', () => {
  expect(run([linkWithoutCors()], preload, used)).toEqual({
    status: 'fail',
    findings: [
      {
        message:
          'The preload of price.woff2 (10.3 kB) was not used, and the font was asked for once more: fonts need the attribute crossorigin, also on their own host.',
        severity: 'low',
        url,
        startTime: 100,
        duration: 100,
        savings: { bytes: 10_300 },
      },
    ],
  });
});

test('any other file is told to fit its request', () => {
  expect(run([link({ as: 'script' })], preload, used)).toMatchObject({
    findings: [{ message: expect.stringContaining('Give it the "as" and crossorigin of the request.') }],
  });
});

test('a preload that was never requested is named, unless it is for another medium', () => {
  expect(run([link()])).toMatchObject({
    status: 'fail',
    findings: [{ message: expect.stringContaining('was never requested') }],
  });
  expect(run([link({ media: '(max-width: 400px)' })])).toEqual({ status: 'pass', findings: [] });
});

test.each([
  ['served', preload],
  ['served out of a cache', { ...preload, delivery: 'cache' as const }],
])('a preload that %s passes', (_, resource) => {
  expect(run([link()], resource)).toEqual({ status: 'pass', findings: [] });
});

test('the same file in a frame is not a second request', () => {
  expect(run([link()], preload, { ...used, frame: `${PAGE_ORIGIN}/frame` })).toEqual({ status: 'pass', findings: [] });
});

test('other links are not preloads', () => {
  expect(run([link({ rel: 'modulepreload' }), link({ rel: 'stylesheet' })])).toEqual({ status: 'pass', findings: [] });
});

test('while the page is loading it is not measured', () => {
  const { moments } = pageFacts();
  expect(unusedPreloads.run(pageFacts({ moments: { ...moments, load: null } })).status).toBe('not-measured');
});
