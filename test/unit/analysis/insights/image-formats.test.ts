import { expect, test } from 'vitest';
import { imageFormats } from '../../../../src/analysis/insights/image-formats.ts';
import type { ImageObservation } from '../../../../src/model/observations.ts';
import type { ResourceRecord } from '../../../../src/model/resources.ts';
import { timingSize } from '../../../../src/model/size.ts';
import { observationsOf, pageFacts, resourceRecord } from '../../../fixtures/builders/analysis.ts';
import { deviceObservation, imageObservation } from '../../../fixtures/builders/observations.ts';
import { PAGE_ORIGIN } from '../../../fixtures/builders/resource-entries.ts';

/** A picture of 600 x 400 pixels: about 40 kB in a modern format. */
function run(
  { name = 'hero.jpg', bytes = 160_000, ...overrides }: Partial<ResourceRecord> & { name?: string; bytes?: number },
  image: Partial<ImageObservation> = {},
  devicePixelRatio = 1,
) {
  const url = `${PAGE_ORIGIN}/${name}`;
  const request = resourceRecord({
    url,
    resourceType: 'image',
    mimeType: null,
    transferSize: timingSize(bytes),
    ...overrides,
  });
  const observations = observationsOf(
    deviceObservation({ devicePixelRatio }),
    imageObservation({ name: url, naturalWidth: 600, naturalHeight: 400, ...image }),
  );
  return imageFormats.run(pageFacts({ observations, resources: [request] }));
}

test('a JPEG is named with what AVIF would save', () => {
  expect(run({})).toEqual({
    status: 'fail',
    findings: [
      {
        message: 'hero.jpg is a JPEG of 160 kB. Serve it as AVIF or WebP, to save about 120 kB.',
        severity: 'medium',
        url: `${PAGE_ORIGIN}/hero.jpg`,
        selector: 'img.hero',
        startTime: 100,
        duration: 100,
        size: 160_000,
        savings: { bytes: 120_000 },
      },
    ],
  });
});

test('the MIME type counts, not the name', () => {
  expect(run({ name: 'hero.jpg', mimeType: 'image/avif' }).status).toBe('pass');
  expect(run({ name: 'hero', mimeType: 'image/png' })).toMatchObject({
    findings: [{ message: expect.stringContaining('is a PNG') }],
  });
});

test('a GIF is a film from 100 KiB on', () => {
  expect(run({ name: 'cup.gif' })).toMatchObject({ findings: [{ message: expect.stringContaining('as a video') }] });
  expect(run({ name: 'cup.gif', bytes: 100 * 1024 })).toEqual({ status: 'pass', findings: [] });
});

test('on a dense screen a picture may have more pixels than it tells', () => {
  expect(run({}, {}, 2)).toEqual({ status: 'pass', findings: [] });
});

test.each([
  ['a modern one', { name: 'hero.webp' }],
  ['a drawing', { name: 'hero.svg' }],
  ['one that is small already', { bytes: 44_000 }],
])('%s passes', (_, request) => {
  expect(run(request)).toEqual({ status: 'pass', findings: [] });
});

test('before the images were looked at it is not measured', () => {
  expect(imageFormats.run(pageFacts()).status).toBe('not-measured');
});
