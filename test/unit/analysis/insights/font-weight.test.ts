import { expect, test } from 'vitest';
import { fontWeight } from '../../../../src/analysis/insights/font-weight.ts';
import type { ResourceRecord } from '../../../../src/model/resources.ts';
import { timingSize } from '../../../../src/model/size.ts';
import { pageFacts, resourceRecord } from '../../../fixtures/builders/analysis.ts';
import { PAGE_ORIGIN } from '../../../fixtures/builders/resource-entries.ts';

function font(name: string, bytes = 20_000, overrides: Partial<ResourceRecord> = {}): ResourceRecord {
  const url = `${PAGE_ORIGIN}/${name}`;
  return resourceRecord({
    url,
    resourceType: 'font',
    mimeType: 'font/woff2',
    transferSize: timingSize(bytes),
    ...overrides,
  });
}

function run(...resources: readonly ResourceRecord[]) {
  return fontWeight.run(pageFacts({ resources }));
}

const five = ['a', 'b', 'c', 'd', 'e'].map((name, i) => font(`${name}.woff2`, 20_000 + i));

test('the fifth font is one too many', () => {
  expect(run(...five)).toEqual({
    status: 'fail',
    findings: [
      {
        message:
          'The page has 5 fonts (100 kB), the largest is e.woff2. Use fewer faces, a variable font, or subsets of the characters in use (unicode-range).',
        severity: 'medium',
        url: `${PAGE_ORIGIN}/e.woff2`,
        size: 100_010,
      },
    ],
  });
});

test('fonts of half a megabyte are heavy, however few', () => {
  expect(run(font('a.woff2', 500_001))).toMatchObject({ status: 'fail', findings: [{ severity: 'high' }] });
  expect(run(font('a.woff2', 500_000))).toEqual({ status: 'pass', findings: [] });
});

test.each(['a.woff', 'a.ttf', 'a.otf'])('%s is told to become WOFF2', (name) => {
  expect(run(font(name))).toMatchObject({
    findings: [{ message: expect.stringContaining(`${name} is not WOFF2`), severity: 'low' }],
  });
});

test('where the name does not tell the format, the MIME type does', () => {
  expect(run(font('a', 20_000, { mimeType: 'application/font-woff' })).status).toBe('fail');
  expect(run(font('a', 20_000)).status).toBe('pass');
  expect(run(font('a', 20_000, { mimeType: null })).status).toBe('pass');
});

test('four fonts, one of them twice, an inlined and a failed one pass', () => {
  const inlined = font('a', 0, { url: 'data:font/ttf;base64,AAEAAAAA' });
  expect(run(...five.slice(1), font('b.woff2'), inlined, font('f.woff2', 300, { status: 404 }))).toEqual({
    status: 'pass',
    findings: [],
  });
});
