import { expect, test } from 'vitest';
import { preconnects } from '../../../../src/analysis/insights/preconnects.ts';
import type { LinkObservation } from '../../../../src/model/observations.ts';
import type { ResourceRecord } from '../../../../src/model/resources.ts';
import { metricRecord, observationsOf, pageFacts, resourceRecord } from '../../../fixtures/builders/analysis.ts';
import { linkObservation } from '../../../fixtures/builders/observations.ts';
import { viewRecord } from '../../../fixtures/builders/page-loads.ts';

const CDN = 'https://cdn.example';
const { phases } = resourceRecord();
const SLOW = { ...phases, dns: 20, connect: 60, tls: 80 };

function hint(origin = CDN): LinkObservation {
  return linkObservation({ name: `${origin}/`, rel: 'preconnect' });
}

function run(links: readonly LinkObservation[], resources: readonly ResourceRecord[], overrides = {}) {
  return preconnects.run(pageFacts({ observations: observationsOf(...links), resources, ...overrides }));
}

test('a preconnect that nobody used is named', () => {
  expect(run([hint()], [resourceRecord()])).toEqual({
    status: 'fail',
    findings: [{ message: `The preconnect to ${CDN} was not used. Remove it.`, severity: 'low', url: `${CDN}/` }],
  });
});

test('one that was used after ten seconds was closed before', () => {
  const late = resourceRecord({ url: `${CDN}/a.js`, startTime: 11_000 });
  expect(run([hint()], [late])).toMatchObject({
    findings: [{ message: expect.stringContaining('was not used for 11 s') }],
  });
});

test('the fifth preconnect is one too many', () => {
  const origins = ['a', 'b', 'c', 'd', 'e'].map((name) => `https://${name}.example`);
  const used = origins.map((origin) => resourceRecord({ url: `${origin}/a.js` }));
  expect(run(origins.map(hint), used)).toEqual({
    status: 'fail',
    findings: [
      {
        message: expect.stringMatching(/^https:\/\/e\.example is one of 5 preconnects, .* Keep the 4 most important/),
        severity: 'low',
        url: 'https://e.example/',
      },
    ],
  });
});

test('a file that blocks rendering, a font and the largest picture are worth a preconnect', () => {
  const blocking = resourceRecord({ url: `${CDN}/a.css`, renderBlockingStatus: 'blocking', phases: SLOW });
  expect(run([], [blocking])).toMatchObject({
    status: 'fail',
    findings: [
      {
        message: `a.css waited 160 ms for a connection to ${CDN}. Add a preconnect to that origin to the head, or serve the file from your own host.`,
        severity: 'medium',
        savings: { ms: 160 },
      },
    ],
  });
  expect(run([], [resourceRecord({ url: `${CDN}/a.woff2`, resourceType: 'font', phases: SLOW })]).status).toBe('fail');
  const url = `${CDN}/hero.avif`;
  const views = [{ ...viewRecord(), metrics: [metricRecord({ attribution: { url } })] }];
  expect(run([], [resourceRecord({ url, phases: SLOW })], { views }).status).toBe('fail');
});

test('a preconnect that did not help is told how to', () => {
  const blocking = resourceRecord({ url: `${CDN}/a.css`, renderBlockingStatus: 'blocking', phases: SLOW });
  expect(run([hint()], [blocking])).toMatchObject({
    findings: [{ message: expect.stringContaining('in spite of its preconnect') }],
  });
});

test.each([
  ['a preconnect that was used', [hint()], [resourceRecord({ url: `${CDN}/a.js` })]],
  ['an origin that connects fast', [], [resourceRecord({ url: `${CDN}/a.css`, renderBlockingStatus: 'blocking' })]],
  ['an origin of little importance', [], [resourceRecord({ url: `${CDN}/a.js`, phases: SLOW })]],
  ["the page's own origin", [], [resourceRecord({ renderBlockingStatus: 'blocking', phases: SLOW })]],
])('%s passes', (_, links, resources) => {
  expect(run(links, resources)).toEqual({ status: 'pass', findings: [] });
});

test('while the page is loading, a preconnect may still be used', () => {
  const { moments } = pageFacts();
  expect(run([hint()], [], { moments: { ...moments, load: null } })).toEqual({ status: 'pass', findings: [] });
});
