import { expect, test } from 'vitest';
import { lcpResource } from '../../../../src/analysis/insights/lcp-resource.ts';
import type { MetricRecord } from '../../../../src/model/metrics.ts';
import { metricRecord, pageFacts } from '../../../fixtures/builders/analysis.ts';
import { viewRecord } from '../../../fixtures/builders/page-loads.ts';

function run(overrides: Partial<MetricRecord>) {
  return lcpResource.run(pageFacts({ views: [{ ...viewRecord(), metrics: [metricRecord(overrides)] }] }));
}

function late(parts: Partial<Record<string, number>>): Partial<MetricRecord> {
  const attribution = {
    target: 'img.hero',
    url: 'https://shop.example/hero.png',
    timeToFirstByte: 100,
    resourceLoadDelay: 100,
    resourceLoadDuration: 100,
    elementRenderDelay: 100,
    ...parts,
  };
  return { value: 4200, rating: 'poor', attribution };
}

test.each([
  ['timeToFirstByte', 'until the first byte of the document'],
  ['resourceLoadDelay', 'before its resource was requested'],
  ['resourceLoadDuration', 'loading its resource'],
  ['elementRenderDelay', 'between having it and showing it'],
])('a late element is named with its resource and the part to blame: %s', (part, words) => {
  expect(run(late({ [part]: 3000 }))).toMatchObject({
    status: 'fail',
    findings: [
      {
        message: expect.stringMatching(`^img\\.hero \\(hero\\.png\\) was shown after 4\\.2 s, 3 s of it ${words}\\. `),
        severity: 'high',
        selector: 'img.hero',
        url: 'https://shop.example/hero.png',
        duration: 4200,
      },
    ],
  });
});

test('the part that is furthest over its share is to blame, not the longest', () => {
  const result = run(late({ resourceLoadDuration: 2000, resourceLoadDelay: 1500 }));
  expect(result).toMatchObject({
    findings: [
      { message: expect.stringContaining('1.5 s of it before its resource was requested'), savings: { ms: 1250 } },
    ],
  });
});

test('text has no resource; a page without sub-parts has nothing to blame', () => {
  expect(run({ value: 2600, rating: 'needs-improvement', attribution: { target: 'h1' } })).toMatchObject({
    findings: [
      {
        message: expect.stringMatching(
          /^h1 was shown after 2\.6 s\. Which part of the load took so long is not known: look at/,
        ),
        severity: 'medium',
        selector: 'h1',
      },
    ],
  });
});

test('an element that is in time is named for information, also at the threshold', () => {
  expect(run({ ...late({ resourceLoadDelay: 900 }), value: 2500, rating: 'good' })).toMatchObject({
    status: 'informative',
    findings: [{ message: 'img.hero (hero.png) was shown after 2.5 s, which is good.', severity: 'low' }],
  });
});

test.each([
  ['absent', { value: null, state: 'no-data' }],
  ['inflated', { value: 9000, state: 'inflated' }],
] satisfies readonly [string, Partial<MetricRecord>][])('an LCP that is %s is not judged', (_, overrides) => {
  expect(run(overrides).status).toBe('not-measured');
});
