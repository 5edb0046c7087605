import { describe, expect, test } from 'vitest';
import { refetchedResources } from '../../../../src/analysis/insights/refetched-resources.ts';
import type { ResourceRecord } from '../../../../src/model/resources.ts';
import { timingSize } from '../../../../src/model/size.ts';
import { metricRecord, pageAnalysis, pageFacts, resourceRecord } from '../../../fixtures/builders/analysis.ts';
import { pageLoadRecord, viewRecord } from '../../../fixtures/builders/page-loads.ts';

const css: Partial<ResourceRecord> = { url: 'https://shop.example/site.css', resourceType: 'stylesheet' };

function run(now: Partial<ResourceRecord>, before: Partial<ResourceRecord>, overrides = {}) {
  const earlier = [pageAnalysis({ resources: [resourceRecord(before)] })];
  return refetchedResources.run(pageFacts({ resources: [resourceRecord(now)], earlier, ...overrides }));
}

test('a file that an earlier page had fetched and this one fetched in full again is named', () => {
  expect(run(css, css)).toMatchObject({
    status: 'fail',
    findings: [
      {
        message:
          'site.css (10.3 kB) was fetched in full again, not served from the cache. It forbids caching or expires too soon: send Cache-Control with a long max-age and a version in the name.',
        severity: 'low',
        savings: { bytes: 10_300 },
      },
    ],
  });
});

test.each([
  ['another file', css, { ...css, url: 'https://shop.example/other.css' }],
  ['one that was only revalidated', { ...css, delivery: 'revalidated' }, css],
  ['one from the cache', { ...css, delivery: 'cache' }, css],
  ['one that came from the cache before', css, { ...css, delivery: 'cache' }],
  ['an answer to a script', { ...css, resourceType: 'other' }, css],
  ['a document', { ...css, resourceType: 'document' }, css],
  ['one so small that it does not matter', { ...css, transferSize: timingSize(1400) }, css],
  ['a file that is missing', { ...css, status: 404 }, { ...css, status: 404 }],
] satisfies readonly [string, Partial<ResourceRecord>, Partial<ResourceRecord>][])('%s passes', (_, now, before) => {
  expect(run(now, before)).toEqual({ status: 'pass', findings: [] });
});

test('the largest comes first, and weighs more', () => {
  const large = { ...css, url: 'https://shop.example/hero.jpg', transferSize: timingSize(1_500_000) };
  const resources = [resourceRecord(css), resourceRecord(large)];
  const result = refetchedResources.run(pageFacts({ resources, earlier: [pageAnalysis({ resources })] }));
  expect(result).toMatchObject({ findings: [{ severity: 'high', size: 1_500_000 }, { severity: 'low' }] });
});

describe('it is not measured', () => {
  test('on a reload', () => {
    const reload = { pageLoad: pageLoadRecord({ navigationType: 'reload' }) };
    expect(run(css, css, reload)).toMatchObject({ status: 'not-measured', reason: expect.stringContaining('reload') });
  });

  test('on the first page of a site, because caches are kept per site', () => {
    const metrics = [metricRecord()];
    const views = [{ ...viewRecord({ url: 'https://news.example/' }), metrics }];
    expect(run(css, css, { views })).toMatchObject({
      status: 'not-measured',
      reason: expect.stringContaining('first page'),
    });
    expect(run(css, css, { earlier: [] }).status).toBe('not-measured');
  });
});
