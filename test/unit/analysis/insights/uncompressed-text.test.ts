import { expect, test } from 'vitest';
import { uncompressedText } from '../../../../src/analysis/insights/uncompressed-text.ts';
import type { ResourceRecord } from '../../../../src/model/resources.ts';
import { timingSize, UNKNOWN_SIZE } from '../../../../src/model/size.ts';
import { pageFacts, resourceRecord } from '../../../fixtures/builders/analysis.ts';

function bare(bytes: number, overrides: Partial<ResourceRecord> = {}): ResourceRecord {
  const size = timingSize(bytes);
  return resourceRecord({ contentEncoding: null, encodedBodySize: size, decodedBodySize: size, ...overrides });
}

function run(...resources: readonly ResourceRecord[]) {
  return uncompressedText.run(pageFacts({ resources }));
}

test('text that was sent as large as it is is named, the largest first', () => {
  const json = bare(190_000, {
    url: 'https://shop.example/data/zones.json',
    mimeType: 'application/json',
    resourceType: 'other',
    initiatorType: 'fetch',
  });
  expect(run(bare(2000), json)).toMatchObject({
    status: 'fail',
    findings: [
      {
        message:
          'zones.json was sent uncompressed (190 kB). Let the server compress it with Brotli, Zstandard or gzip.',
        severity: 'medium',
        size: 190_000,
      },
      { severity: 'low', size: 2000 },
    ],
  });
});

test.each([
  ['text/html', 'document'],
  ['application/javascript', 'script'],
  ['image/svg+xml', 'image'],
  ['application/ld+json', 'other'],
  [null, 'stylesheet'],
] as const)('%s of type %s is text', (mimeType, resourceType) => {
  expect(run(bare(5000, { mimeType, resourceType })).status).toBe('fail');
});

test('where the browser tells no MIME type, the file name does', () => {
  const unnamed = { mimeType: null, resourceType: 'other' } as const;
  expect(run(bare(5000, { ...unnamed, url: 'https://shop.example/a.json' })).status).toBe('fail');
  expect(run(bare(5000, { ...unnamed, url: 'https://shop.example/a.bin' })).status).toBe('pass');
});

test.each([
  ['too small to matter', bare(1400)],
  ['compressed', bare(5000, { contentEncoding: 'br' })],
  ['smaller on the wire', bare(5000, { encodedBodySize: timingSize(4000) })],
  ['a picture', bare(5000, { mimeType: 'image/png', resourceType: 'image' })],
  ['of unknown size', bare(5000, { encodedBodySize: UNKNOWN_SIZE, decodedBodySize: UNKNOWN_SIZE })],
  ['from the cache', bare(5000, { delivery: 'cache' })],
  ['an error page', bare(5000, { status: 404 })],
])('a response that is %s passes', (_, resource) => {
  expect(run(resource)).toEqual({ status: 'pass', findings: [] });
});
