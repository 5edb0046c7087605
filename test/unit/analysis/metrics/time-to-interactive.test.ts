import { describe, expect, test } from 'vitest';
import { crowdedSpans } from '../../../../src/analysis/metrics/crowded-spans.ts';
import { type InteractiveInput, timeToInteractive } from '../../../../src/analysis/metrics/time-to-interactive.ts';
import type { ResourceRecord } from '../../../../src/model/resources.ts';
import { longTaskRecord, resourceRecord } from '../../../fixtures/builders/analysis.ts';

function task(startTime: number, duration = 100) {
  return longTaskRecord({ startTime, duration });
}

function request(startTime: number, end: number, url = 'https://shop.example/a') {
  return resourceRecord({ startTime, duration: end - startTime, url });
}

function tti({
  resources = [],
  ...overrides
}: Partial<InteractiveInput> & { readonly resources?: readonly ResourceRecord[] }): number | null {
  return timeToInteractive({
    firstContentfulPaint: 1000,
    domContentLoaded: 800,
    longTasks: [],
    crowded: crowdedSpans(resources),
    observedUntil: 30_000,
    ...overrides,
  });
}

describe('time to interactive', () => {
  test('of a quiet page is its first contentful paint', () => {
    expect(tti({})).toBe(1000);
  });

  test('is not before DOMContentLoaded', () => {
    expect(tti({ domContentLoaded: 1400 })).toBe(1400);
  });

  test('is the end of the last long task before five quiet seconds', () => {
    expect(tti({ longTasks: [task(500), task(2000), task(6000, 150)] })).toBe(6150);
  });

  test('does not wait for tasks after five quiet seconds', () => {
    expect(tti({ longTasks: [task(2000), task(7100)] })).toBe(2100);
    expect(tti({ longTasks: [task(2000), task(7099)] })).toBe(7199);
  });

  test('is not known before the page was seen quiet for five seconds', () => {
    expect(tti({ longTasks: [task(2000)], observedUntil: 7099 })).toBeNull();
    expect(tti({ longTasks: [task(2000)], observedUntil: 7100 })).toBe(2100);
  });

  test('waits while more than two requests are in flight, and is then the end of the last task before', () => {
    const two = [request(900, 9000), request(950, 9500)];
    expect(tti({ resources: two, longTasks: [task(1500)] })).toBe(1600);
    const three = [...two, request(1000, 8000)];
    expect(tti({ resources: three, longTasks: [task(1500), task(7000)] })).toBe(7100);
    expect(tti({ resources: three, observedUntil: 12_000 })).toBeNull();
    expect(tti({ resources: three, observedUntil: 13_000 })).toBe(1000);
  });

  test('does not count data: URLs as requests', () => {
    const inlined = [1, 2, 3].map((n) => request(1000, 9000, `data:,${n}`));
    expect(tti({ resources: inlined, longTasks: [task(7000)] })).toBe(1000);
  });
});
