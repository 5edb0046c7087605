import { expect, test } from 'vitest';
import { connectionReuse } from '../../../../src/analysis/insights/connection-reuse.ts';
import type { ResourceRecord } from '../../../../src/model/resources.ts';
import { pageFacts, resourceRecord } from '../../../fixtures/builders/analysis.ts';
import { PAGE_ORIGIN } from '../../../fixtures/builders/resource-entries.ts';

const { phases } = resourceRecord();
const REUSED = { phases: { ...phases, dns: null, connect: null, tls: null } };

function requests(count: number, overrides: (i: number) => Partial<ResourceRecord>): readonly ResourceRecord[] {
  return Array.from({ length: count }, (_, i) => resourceRecord({ url: `${PAGE_ORIGIN}/${i}`, ...overrides(i) }));
}

function run(resources: readonly ResourceRecord[]) {
  return connectionReuse.run(pageFacts({ resources }));
}

test('more than six requests that opened a connection are too many', () => {
  // 20 ms each: 5 for the name, 5 to connect, 10 for TLS.
  expect(run(requests(8, () => ({})))).toEqual({
    status: 'fail',
    findings: [
      {
        message: `8 requests to ${PAGE_ORIGIN} took 8 connections, and 160 ms were spent on opening them. Let the server keep connections open (no "Connection: close", a longer keep-alive), or switch HTTP/2 on.`,
        severity: 'low',
        url: `${PAGE_ORIGIN}/`,
        savings: { ms: 40 },
      },
    ],
  });
});

test('connections that DevTools name count also where no request waited for them', () => {
  const result = run(requests(7, (i) => ({ ...REUSED, connectionId: String(i) })));
  expect(result).toMatchObject({ findings: [{ message: expect.stringContaining('took 7 connections. Let') }] });
  expect(result).not.toHaveProperty('findings.0.savings');
});

test.each([
  ['six connections', requests(6, () => ({}))],
  ['requests over open ones', requests(50, () => REUSED)],
  ['one connection that DevTools name', requests(50, () => ({ ...REUSED, connectionId: '1' }))],
])('%s pass', (_, resources) => {
  expect(run(resources)).toEqual({ status: 'pass', findings: [] });
});
