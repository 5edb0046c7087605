import { expect, test } from 'vitest';
import { lcpDiscovery } from '../../../../src/analysis/insights/lcp-discovery.ts';
import type { Attribution } from '../../../../src/model/metrics.ts';
import type { ImageObservation, LinkObservation } from '../../../../src/model/observations.ts';
import type { ResourceRecord } from '../../../../src/model/resources.ts';
import { metricRecord, observationsOf, pageFacts, resourceRecord } from '../../../fixtures/builders/analysis.ts';
import { imageObservation, linkObservation } from '../../../fixtures/builders/observations.ts';
import { viewRecord } from '../../../fixtures/builders/page-loads.ts';
import { PAGE_ORIGIN } from '../../../fixtures/builders/resource-entries.ts';

const url = `${PAGE_ORIGIN}/hero.jpg`;
const HINTED = { fetchPriority: 'high' };

interface Page {
  readonly attribution?: Attribution;
  readonly image?: Partial<ImageObservation> | null;
  readonly request?: Partial<ResourceRecord>;
  readonly links?: readonly LinkObservation[];
}

function run({ attribution, image = HINTED, request, links = [] }: Page = {}) {
  const lcp = metricRecord({ attribution: { target: 'img.hero', url, resourceLoadDelay: 100, ...attribution } });
  return lcpDiscovery.run(
    pageFacts({
      views: [{ ...viewRecord(), metrics: [lcp] }],
      observations: observationsOf(...(image === null ? [] : [imageObservation(image)]), ...links),
      resources: [resourceRecord({ url, resourceType: 'image', initiatorType: 'img', startTime: 700, ...request })],
    }),
  );
}

test('a picture that was asked for late is named with the delay', () => {
  expect(run({ attribution: { resourceLoadDelay: 600 } })).toEqual({
    status: 'fail',
    findings: [
      {
        message:
          "hero.jpg, the largest element, was requested 600 ms after the document's first byte. Put it into the HTML, or preload it.",
        severity: 'high',
        url,
        selector: 'img.hero',
        startTime: 700,
        duration: 100,
        savings: { ms: 350 },
      },
    ],
  });
});

test.each([
  ['a style sheet', { initiatorType: 'css' }, 'Preload it: the browser finds it only in a style sheet.'],
  ['a script', { initiator: { type: 'script', url: null, line: null } }, 'a script asks for it.'],
])('one that %s asks for is told so', (_, request, advice) => {
  expect(run({ attribution: { resourceLoadDelay: 300 }, request })).toMatchObject({
    findings: [{ message: expect.stringContaining(advice), severity: 'medium' }],
  });
});

test('a lazy one fails, however early it came', () => {
  expect(run({ image: { ...HINTED, loading: 'lazy' } })).toMatchObject({
    status: 'fail',
    findings: [
      {
        message: 'hero.jpg, the largest element, is loaded lazily. Load it eagerly (attribute loading).',
        severity: 'medium',
      },
    ],
  });
});

test('one in time that lacks the priority is named for information', () => {
  expect(run({ image: {} })).toMatchObject({
    status: 'informative',
    findings: [
      {
        message: 'hero.jpg, the largest element, has no high fetchpriority. Give it a high fetchpriority.',
        severity: 'low',
      },
    ],
  });
});

test.each([
  ['was found early and has the priority', {}],
  ['is a text', { attribution: { url: '', resourceLoadDelay: undefined } }],
  ['is inlined', { attribution: { url: 'data:image/png;base64,AA' } }],
  ['is a background, of which nothing more is known', { image: null }],
  ['is preloaded with the priority', { image: {}, links: [linkObservation({ name: url, ...HINTED })] }],
  ['was sent with a high priority', { image: {}, request: { priority: 'High' } }],
])('a largest element that %s passes', (_, page: Page) => {
  expect(run(page)).toEqual({ status: 'pass', findings: [] });
});

test('without an LCP it is not measured', () => {
  expect(lcpDiscovery.run(pageFacts()).status).toBe('not-measured');
});
