import { expect, test } from 'vitest';
import { limitMetric } from '../../../../src/analysis/budgets/limit-metrics.ts';
import { suggestedMetrics } from '../../../../src/analysis/budgets/suggestions.ts';
import { pageAnalysis, resourceRecord } from '../../../fixtures/builders/analysis.ts';

const page = pageAnalysis({
  resources: [
    resourceRecord({ url: 'https://shop.example/assets/main-3b6c141b.js', entity: null }),
    resourceRecord({
      url: 'https://shop.example/assets/shop.js',
      serverTiming: [{ name: 'db', duration: 1, description: '' }],
    }),
    resourceRecord({ url: 'https://cdn.example/', entity: 'Example CDN' }),
  ],
  userTimings: ['hero', 'hero'].map((name) => ({ kind: 'mark', name, startTime: 1, duration: 0 })),
});

test('what the page has is suggested, files without the hash of their build', () => {
  const suggested = suggestedMetrics(page);
  for (const metric of [
    'LCP',
    'resource-size:third-party',
    'api-response-time:p95',
    'file-size:main-*.js',
    'file-size:shop.js',
    'user-timing:hero',
    'server-timing:db',
    'resource-size:entity:Example CDN',
  ]) {
    expect(suggested).toContain(metric);
  }
  expect(suggested.filter((metric) => metric === 'user-timing:hero')).toHaveLength(1);
});

test('every suggestion is a limit', () => {
  expect(suggestedMetrics(page).filter((metric) => limitMetric(metric).problem !== null)).toEqual([]);
  expect(suggestedMetrics(null).length).toBeGreaterThan(30);
});
