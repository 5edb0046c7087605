import { expect, test } from 'vitest';
import { redirects } from '../../../../src/analysis/insights/redirects.ts';
import type { ResourceRecord } from '../../../../src/model/resources.ts';
import { pageFacts, resourceRecord } from '../../../fixtures/builders/analysis.ts';
import { PAGE_ORIGIN } from '../../../fixtures/builders/resource-entries.ts';

const { phases } = resourceRecord();

function redirected(ms: number, overrides: Partial<ResourceRecord> = {}): ResourceRecord {
  return resourceRecord({ phases: { ...phases, redirect: ms }, ...overrides });
}

function run(...resources: readonly ResourceRecord[]) {
  return redirects.run(pageFacts({ resources }));
}

test('a redirect that only Resource Timing saw is named with its time', () => {
  expect(run(redirected(200))).toEqual({
    status: 'fail',
    findings: [
      {
        message: 'app.js was reached through a redirect, which took 200 ms. Link to the final address.',
        severity: 'medium',
        url: `${PAGE_ORIGIN}/app.js`,
        startTime: 100,
        duration: 100,
        savings: { ms: 200 },
      },
    ],
  });
});

test('a chain that DevTools saw is named hop by hop', () => {
  const hop = (name: string) => ({ url: `${PAGE_ORIGIN}/${name}`, status: 301, duration: 40 });
  expect(run(resourceRecord({ redirects: [hop('old.js'), hop('older.js')] }))).toMatchObject({
    findings: [
      {
        message: expect.stringContaining('a chain of 2 redirects: old.js (301), older.js (301), which took 80 ms'),
        severity: 'low',
      },
    ],
  });
});

test('the longest comes first, and only what holds up the page is of high severity', () => {
  const document = redirected(600, { initiatorType: 'navigation' });
  expect(run(redirected(700), document)).toMatchObject({
    findings: [
      { savings: { ms: 700 }, severity: 'medium' },
      { savings: { ms: 600 }, severity: 'high' },
    ],
  });
});

test.each([
  ['none', resourceRecord()],
  ['one that took no time', redirected(0.4)],
  ['an answer that is itself a hop', redirected(200, { redirectedTo: `${PAGE_ORIGIN}/new.js` })],
])('%s passes', (_, resource) => {
  expect(run(resource)).toEqual({ status: 'pass', findings: [] });
});
