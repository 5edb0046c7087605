import { expect, test } from 'vitest';
import { http1Hosts } from '../../../../src/analysis/insights/http1-hosts.ts';
import type { ResourceRecord } from '../../../../src/model/resources.ts';
import { pageFacts, resourceRecord } from '../../../fixtures/builders/analysis.ts';

function many(count: number, host: string, overrides: Partial<ResourceRecord> = {}): readonly ResourceRecord[] {
  return Array.from({ length: count }, (_, i) =>
    resourceRecord({ url: `https://${host}/${i}.js`, protocol: 'http/1.1', ...overrides }),
  );
}

function run(...resources: readonly ResourceRecord[]) {
  return http1Hosts.run(pageFacts({ resources }));
}

test('a host that answers more than 30 requests over HTTP/1 is named, the busiest first', () => {
  expect(run(...many(31, 'a.example'), ...many(61, 'b.example'))).toEqual({
    status: 'fail',
    findings: [
      {
        message:
          'https://b.example answered 61 requests over HTTP/1. Switch HTTP/2 or HTTP/3 on, or ask for fewer files.',
        severity: 'medium',
        url: 'https://b.example/',
      },
      expect.objectContaining({ severity: 'low', url: 'https://a.example/' }),
    ],
  });
});

test.each([
  ['30 requests', many(30, 'a.example')],
  ['31 over HTTP/2', many(31, 'a.example', { protocol: 'h2' })],
  ['31 out of the cache', many(31, 'a.example', { delivery: 'cache' })],
  ['31 over a protocol that is not told', many(31, 'a.example', { protocol: null })],
])('%s pass', (_, resources) => {
  expect(run(...resources)).toEqual({ status: 'pass', findings: [] });
});
