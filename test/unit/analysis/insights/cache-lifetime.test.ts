import { expect, test } from 'vitest';
import { cacheLifetime } from '../../../../src/analysis/insights/cache-lifetime.ts';
import type { CacheLifetime, ResourceRecord } from '../../../../src/model/resources.ts';
import { timingSize } from '../../../../src/model/size.ts';
import { pageFacts, resourceRecord } from '../../../fixtures/builders/analysis.ts';
import { PAGE_ORIGIN } from '../../../fixtures/builders/resource-entries.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

function file(told: Partial<CacheLifetime>, overrides: Partial<ResourceRecord> = {}): ResourceRecord {
  return resourceRecord({
    cacheLifetime: { storable: true, freshFor: 0, source: 'cache-control', ...told },
    transferSize: timingSize(100_000),
    ...overrides,
  });
}

function run(...resources: readonly ResourceRecord[]) {
  return cacheLifetime.run(pageFacts({ resources }));
}

test('a file that may be kept for an hour is named with what the next visits will cost', () => {
  expect(run(file({ freshFor: HOUR }))).toEqual({
    status: 'fail',
    findings: [
      {
        message:
          'app.js may be kept for 1 hour only (100 kB). Put a version into its name, and let Cache-Control allow a year (31,536,000 s).',
        severity: 'medium',
        url: `${PAGE_ORIGIN}/app.js`,
        startTime: 100,
        duration: 100,
        size: 100_000,
        savings: { bytes: 80_000 },
      },
    ],
  });
});

test.each([
  [{ storable: false }, 'may not be kept at all', 100_000],
  [{ freshFor: 0 }, 'must be asked for anew on each visit', 100_000],
  [{ freshFor: null, source: 'none' as const }, 'does not say how long it may be kept', 100_000],
  [{ freshFor: 3 * DAY }, 'may be kept for 3 days only', 20_000],
])('%o: %s', (told, says, bytes) => {
  expect(run(file(told))).toMatchObject({
    findings: [{ message: expect.stringContaining(says), savings: { bytes } }],
  });
});

test('what costs the most on the next visit comes first', () => {
  const large = { url: `${PAGE_ORIGIN}/large.js`, transferSize: timingSize(900_000) };
  expect(run(file({}), file({ freshFor: 3 * DAY }, large))).toMatchObject({
    findings: [{ url: large.url, savings: { bytes: 180_000 } }, { savings: { bytes: 100_000 } }],
  });
});

test.each([
  ['may be kept for 30 days', file({ freshFor: 30 * DAY })],
  ['may be kept for two years', file({ freshFor: 730 * DAY })],
])('a file that %s passes', (_, resource) => {
  expect(run(resource)).toEqual({ status: 'pass', findings: [] });
});

test('documents, answers to scripts, redirects and errors are not files to keep', () => {
  const others = [
    file({}, { resourceType: 'document' }),
    file({}, { resourceType: 'other' }),
    file({}, { redirectedTo: `${PAGE_ORIGIN}/new.js` }),
    file({}, { status: 404 }),
  ];
  expect(run(file({ freshFor: 30 * DAY }), ...others)).toEqual({ status: 'pass', findings: [] });
});

test('without DevTools nobody tells headers, and it is not measured', () => {
  expect(run(resourceRecord())).toEqual({
    status: 'not-measured',
    reason: 'Only DevTools tell response headers: reload the page while they are open.',
  });
});
