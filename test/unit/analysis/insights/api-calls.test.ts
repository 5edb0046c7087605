import { describe, expect, test } from 'vitest';
import { apiCalls } from '../../../../src/analysis/insights/api-calls.ts';
import type { ResourceRecord } from '../../../../src/model/resources.ts';
import { apiCall, pageFacts, resourceRecord } from '../../../fixtures/builders/analysis.ts';

function run(...resources: readonly ResourceRecord[]) {
  return apiCalls.run(pageFacts({ resources }));
}

describe('an endpoint', () => {
  test('that answers slowly is named with its figures, and its slowest call', () => {
    const calls = [100, 120, 140, 900].map((duration, i) =>
      apiCall({ url: `https://shop.example/api/orders/${i}`, startTime: i * 100, duration }),
    );
    expect(run(...calls)).toEqual({
      status: 'fail',
      findings: [
        {
          message:
            '/api/orders/:id: 4 calls, 4 of them within a minute, half took up to 120 ms (p75 140 ms, p90 900 ms, p95 900 ms, p99 900 ms). ' +
            'Speed up the answer on the server, cache it, or start the call earlier.',
          severity: 'medium',
          url: 'https://shop.example/api/orders/3',
          startTime: 300,
          duration: 900,
        },
      ],
    });
  });

  test.each([
    [200, 'pass', undefined],
    [201, 'informative', 'low'],
    [500, 'informative', 'low'],
    [501, 'fail', 'medium'],
    [4001, 'fail', 'high'],
  ] as const)('of %d ms is %s', (duration, status, severity) => {
    const result = run(apiCall({ duration }));
    expect(result.status).toBe(status);
    expect(result).toMatchObject({ findings: severity === undefined ? [] : [{ severity }] });
  });

  test('called once has no percentiles', () => {
    expect(run(apiCall({ duration: 300 }))).toMatchObject({
      findings: [{ message: expect.stringMatching(/^\/api\/orders\/:id: one call of 300 ms\. Speed up/) }],
    });
  });

  test('that answers with errors is named with their share, and points at the first', () => {
    const calls = Array.from({ length: 50 }, (_, i) => apiCall({ startTime: i * 2000, status: i === 7 ? 503 : 200 }));
    expect(run(...calls)).toMatchObject({
      status: 'fail',
      findings: [
        {
          message: expect.stringContaining('1 failed (2 %). Look for the error'),
          severity: 'medium',
          startTime: 14_000,
        },
      ],
    });
  });

  test('whose status is partly hidden has at least so many errors', () => {
    expect(run(apiCall({ status: 500 }), apiCall({ status: null }))).toMatchObject({
      findings: [{ message: expect.stringContaining('1 failed (at least 50 %)') }],
    });
  });

  test('that is called more than once a second is named for information', () => {
    const calls = (n: number) => Array.from({ length: n }, (_, i) => apiCall({ startTime: i * 500 }));
    expect(run(...calls(60))).toEqual({ status: 'pass', findings: [] });
    expect(run(...calls(61))).toMatchObject({
      status: 'informative',
      findings: [{ severity: 'low', message: expect.stringContaining('61 of them within a minute') }],
    });
  });
});

test('the worst comes first, and a page without calls has nothing to name', () => {
  const slow = apiCall({ url: 'https://shop.example/api/slow', duration: 5000 });
  const often = Array.from({ length: 30 }, (_, i) => apiCall({ startTime: i * 2000, duration: 190, status: 500 }));
  expect(run(...often, slow)).toMatchObject({
    findings: [{ url: slow.url, severity: 'high' }, { severity: 'medium' }],
  });
  expect(run(resourceRecord())).toEqual({ status: 'pass', findings: [] });
});
