import { expect, test } from 'vitest';
import { lateFonts } from '../../../../src/analysis/insights/late-fonts.ts';
import type { ResourceRecord } from '../../../../src/model/resources.ts';
import { pageFacts, resourceRecord } from '../../../fixtures/builders/analysis.ts';

function font(startTime: number, end: number): ResourceRecord {
  return resourceRecord({
    url: 'https://shop.example/a.woff2',
    resourceType: 'font',
    startTime,
    duration: end - startTime,
  });
}

function run(...resources: readonly ResourceRecord[]) {
  return lateFonts.run(pageFacts({ resources }));
}

test('a font that was asked for after the first paint is late', () => {
  expect(run(font(450, 650))).toMatchObject({
    status: 'fail',
    findings: [
      {
        message:
          'a.woff2 was requested only after the first paint and arrived 250 ms after it, so its text was shown late or swapped. Preload it, and give the fallback font matching metrics (size-adjust).',
        severity: 'medium',
        startTime: 450,
      },
    ],
  });
});

test('a font that was still loading at the first paint is late, and little when it came soon', () => {
  expect(run(font(100, 460))).toMatchObject({
    findings: [{ severity: 'low', message: expect.stringContaining('was still loading at the first paint') }],
  });
});

test('the latest comes first', () => {
  expect(run(font(100, 460), font(100, 900))).toMatchObject({ findings: [{ duration: 800 }, { duration: 360 }] });
});

test.each([
  ['in time', font(100, 400)],
  ['for something that came much later', font(3401, 3600)],
  ['not a font', { ...font(450, 650), resourceType: 'script' as const }],
])('a resource that is %s passes', (_, resource) => {
  expect(run(resource)).toEqual({ status: 'pass', findings: [] });
});

test('before anything was painted it is not measured', () => {
  const { moments } = pageFacts();
  expect(lateFonts.run(pageFacts({ moments: { ...moments, firstContentfulPaint: null } })).status).toBe('not-measured');
});
