import { describe, expect, test } from 'vitest';
import type { PageFacts } from '../../../../src/analysis/insights/insight-rule.ts';
import { slowResources } from '../../../../src/analysis/insights/slow-resources.ts';
import type { PhaseName, ResourceRecord } from '../../../../src/model/resources.ts';
import { pageFacts, resourcePhases, resourceRecord } from '../../../fixtures/builders/analysis.ts';

function page(...overrides: readonly Partial<ResourceRecord>[]): PageFacts {
  return pageFacts({ resources: overrides.map(resourceRecord) });
}

test('everything over 2 s is named, the slowest first, with the phase that took the time', () => {
  const api = { url: 'https://shop.example/api/stock', initiatorType: 'fetch', duration: 2412 };
  const result = slowResources.run(
    page({ duration: 2001 }, { ...api, phases: resourcePhases({ wait: 2400, download: 12 }) }, { duration: 2000 }),
  );
  expect(result).toMatchObject({
    status: 'fail',
    findings: [
      {
        message:
          'stock took 2.41 s, 2.4 s of it waiting for the server. Speed up the answer on the server, or cache it.',
        severity: 'medium',
        duration: 2412,
      },
      { duration: 2001 },
    ],
  });
});

test.each([
  ['redirect', 'following redirects'],
  ['queued', 'queued in the browser'],
  ['dns', 'looking up the host name'],
  ['connect', 'connecting'],
  ['tls', 'negotiating TLS'],
  ['wait', 'waiting for the server'],
  ['download', 'downloading'],
] satisfies readonly [PhaseName, string][])('a long %s phase is blamed as "%s"', (phase, words) => {
  const result = slowResources.run(page({ duration: 3000, phases: resourcePhases({ [phase]: 2900 }) }));
  expect(result).toMatchObject({ findings: [{ message: expect.stringContaining(`2.9 s of it ${words}. `) }] });
});

describe('the severity is high', () => {
  test.each([
    ['for the document', { initiatorType: 'navigation', duration: 2100 }, 'high'],
    ['for what blocks rendering', { renderBlockingStatus: 'blocking', duration: 2100 }, 'high'],
    ['from twice the limit', { duration: 4000 }, 'high'],
    ['not otherwise', { duration: 3999 }, 'medium'],
  ])('%s', (_, overrides, severity) => {
    expect(slowResources.run(page(overrides))).toMatchObject({ findings: [{ severity }] });
  });
});

test('an opaque response has no phase to blame, and says why', () => {
  expect(slowResources.run(page({ duration: 3000, phases: resourcePhases(), opaque: true }))).toMatchObject({
    findings: [{ message: expect.stringContaining('Timing-Allow-Origin') }],
  });
});

test.each(['beacon', 'ping', 'eventsource'])('nobody waits for a request by %s', (initiatorType) => {
  expect(slowResources.run(page({ initiatorType, duration: 60_000 })).status).toBe('pass');
});

test('the limit can be moved', () => {
  expect(slowResources.run(page({ duration: 900 }), { overMs: 800 }).status).toBe('fail');
});
