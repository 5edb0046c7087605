import { expect, test } from 'vitest';
import { slowDocument } from '../../../../src/analysis/insights/slow-document.ts';
import type { ResourcePhases } from '../../../../src/model/resources.ts';
import { pageFacts, resourceRecord } from '../../../fixtures/builders/analysis.ts';
import { PAGE_ORIGIN } from '../../../fixtures/builders/resource-entries.ts';

const UNCONNECTED = { ...resourceRecord().phases, dns: null, connect: null, tls: null };

function run(phases: Partial<ResourcePhases>, activationStart = 0) {
  const document = resourceRecord({
    url: `${PAGE_ORIGIN}/cart`,
    resourceType: 'document',
    initiatorType: 'navigation',
    startTime: 0,
    phases: { ...UNCONNECTED, queued: 2, wait: 40, download: 5000, ...phases },
  });
  const { moments } = pageFacts();
  return slowDocument.run(pageFacts({ resources: [document], moments: { ...moments, activationStart } }));
}

test('a server that takes its time is to blame, and may take a tenth of a second', () => {
  expect(run({ wait: 898 })).toEqual({
    status: 'fail',
    findings: [
      {
        message:
          'The first byte of cart came after 900 ms, 898 ms of it waiting for the server. Find out what it does (Server-Timing), cache the page, or serve it from closer to the user.',
        severity: 'medium',
        url: `${PAGE_ORIGIN}/cart`,
        startTime: 0,
        duration: 900,
        savings: { ms: 798 },
      },
    ],
  });
});

test('one part that took all of the time is not told as a second figure', () => {
  expect(run({ queued: 0, wait: 900 })).toMatchObject({
    findings: [{ message: expect.stringContaining('came after 900 ms, all of it waiting for the server.') }],
  });
});

test.each([
  [{ redirect: 700 }, 'following redirects', 700],
  [{ dns: 100, connect: 300, tls: 300 }, 'connecting to the server', 700],
  [{ queued: 700 }, 'before the browser sent the request', 700],
])('%o: the longest part is named, all of it can be saved', (phases, doing, ms) => {
  expect(run(phases)).toMatchObject({
    findings: [{ message: expect.stringContaining(`${ms} ms of it ${doing}`), savings: { ms } }],
  });
});

test('the severity is that of the time to first byte', () => {
  expect(run({ wait: 700 })).toMatchObject({ findings: [{ severity: 'low' }] });
  expect(run({ wait: 1900 })).toMatchObject({ findings: [{ severity: 'high' }] });
});

test('a document in time passes, however long its download', () => {
  expect(run({ wait: 598 })).toEqual({ status: 'pass', findings: [] });
});

test('what happened before a prerendered page was shown does not count', () => {
  expect(run({ wait: 900 }, 500)).toEqual({ status: 'pass', findings: [] });
});

test('without the document, or its times, it is not measured', () => {
  expect(slowDocument.run(pageFacts({ resources: [resourceRecord()] })).status).toBe('not-measured');
  expect(run({ wait: null }).status).toBe('not-measured');
});

test('the document of a frame is not the page', () => {
  const frame = resourceRecord({ initiatorType: 'navigation', frame: `${PAGE_ORIGIN}/frame` });
  expect(slowDocument.run(pageFacts({ resources: [frame] })).status).toBe('not-measured');
});
