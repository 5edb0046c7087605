import { describe, expect, test } from 'vitest';
import { apiEndpoints } from '../../../../src/analysis/resources/api-calls.ts';
import { apiCall } from '../../../fixtures/builders/analysis.ts';

describe('the endpoints of a page', () => {
  test('are its fetch and XHR calls by address without ids; all else is no call', () => {
    const endpoints = apiEndpoints([
      apiCall(),
      apiCall({ url: 'https://shop.example/api/orders/2?full', initiatorType: 'xmlhttprequest' }),
      apiCall({ url: 'https://shop.example/api/cart' }),
      apiCall({ url: 'https://shop.example/app.js', initiatorType: 'script' }),
      apiCall({ url: 'data:text/plain,1' }),
    ]);
    expect(endpoints.map(({ endpoint, calls }) => [endpoint, calls])).toEqual([
      ['https://shop.example/api/cart', 1],
      ['https://shop.example/api/orders/:id', 2],
    ]);
  });

  test('have the percentiles of their response times by nearest rank', () => {
    const calls = Array.from({ length: 100 }, (_, i) => apiCall({ startTime: i, duration: (i + 1) * 10 }));
    const [endpoint] = apiEndpoints(calls);
    expect(endpoint?.latency).toEqual({ p50: 500, p75: 750, p90: 900, p95: 950, p99: 990 });
    expect(endpoint?.slowest.duration).toBe(1000);
  });

  test('count what failed, and what nobody tells', () => {
    const [endpoint] = apiEndpoints([
      apiCall({ status: 399 }),
      apiCall({ status: 400 }),
      apiCall({ status: 503 }),
      apiCall({ status: null }),
    ]);
    expect(endpoint).toMatchObject({ calls: 4, errors: 2, untold: 1, firstError: { status: 400 } });
  });

  test('count the calls of their busiest minute', () => {
    const at = (...starts: readonly number[]) =>
      apiEndpoints(starts.map((startTime) => apiCall({ startTime })))[0]?.perMinute;
    expect(at(0)).toBe(1);
    expect(at(0, 59_999)).toBe(2);
    expect(at(0, 60_000)).toBe(1);
    expect(at(0, 50_000, 70_000, 100_000, 200_000)).toBe(3);
  });

  test('come in the order of their 95th percentiles', () => {
    const endpoints = apiEndpoints([
      apiCall({ duration: 100 }),
      apiCall({ url: 'https://shop.example/api/slow', duration: 300 }),
    ]);
    expect(endpoints[0]?.endpoint).toBe('https://shop.example/api/slow');
    expect(apiEndpoints([])).toEqual([]);
  });
});
