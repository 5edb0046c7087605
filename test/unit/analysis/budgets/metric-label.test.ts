import { expect, test } from 'vitest';
import { metricLabel } from '../../../../src/analysis/budgets/metric-label.ts';

test.each([
  ['LCP', 'LCP'],
  ['resource-size:image', 'total images'],
  ['resource-size:total', 'total transfer'],
  ['resource-size:third-party', 'total third-party requests'],
  ['resource-count:script', 'number of scripts'],
  ['resource-count:total', 'number of requests'],
  ['resource-size:unheard-of', 'total unheard-of'],
  ['file-size:main*.js', 'main*.js'],
  ['api-response-time:p95', 'API response time (p95)'],
  ['api-error-rate', 'API error rate'],
  ['resource-size:entity:Google Analytics', 'total requests to Google Analytics'],
  ['resource-count:first-party', 'number of first-party requests'],
  ['user-timing:hero-visible', 'user timing hero-visible'],
  ['server-timing:db', 'server timing db'],
  ['request-status:errors', 'failed requests'],
  ['request-status:5xx', 'responses with status 5xx'],
  ['load', 'load event'],
  ['heap-growth', 'heap growth'],
  ['unheard-of:x', 'unheard-of:x'],
])('%s is called "%s"', (metric, label) => {
  expect(metricLabel(metric)).toBe(label);
});
