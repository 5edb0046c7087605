import { expect, test } from 'vitest';
import { oversizedImages } from '../../../../src/analysis/insights/oversized-images.ts';
import type { ImageObservation } from '../../../../src/model/observations.ts';
import type { ResourceRecord } from '../../../../src/model/resources.ts';
import { timingSize, UNKNOWN_SIZE } from '../../../../src/model/size.ts';
import { observationsOf, pageFacts, resourceRecord } from '../../../fixtures/builders/analysis.ts';
import { deviceObservation, imageObservation } from '../../../fixtures/builders/observations.ts';
import { PAGE_ORIGIN } from '../../../fixtures/builders/resource-entries.ts';

const url = `${PAGE_ORIGIN}/hero.jpg`;

function hero(overrides: Partial<ResourceRecord> = {}): ResourceRecord {
  return resourceRecord({
    url,
    resourceType: 'image',
    mimeType: 'image/jpeg',
    transferSize: timingSize(160_000),
    ...overrides,
  });
}

function run(image: Partial<ImageObservation>, { devicePixelRatio = 1, request = hero() } = {}) {
  const observations = observationsOf(deviceObservation({ devicePixelRatio }), imageObservation(image));
  return oversizedImages.run(pageFacts({ observations, resources: [request] }));
}

test('a picture with four times as many pixels a side wastes fifteen sixteenths of its bytes', () => {
  expect(run({})).toEqual({
    status: 'fail',
    findings: [
      {
        message:
          'hero.jpg has 1,600 x 900 pixels, and 400 x 225 would do where it is shown. Scale it, or offer several sizes (srcset), to save about 150 kB of 160 kB.',
        severity: 'medium',
        url,
        selector: 'img.hero',
        startTime: 100,
        duration: 100,
        size: 160_000,
        savings: { bytes: 150_000 },
      },
    ],
  });
});

test('a dense screen shows more of them', () => {
  expect(run({}, { devicePixelRatio: 2 })).toMatchObject({ findings: [{ savings: { bytes: 120_000 } }] });
  expect(run({}, { devicePixelRatio: 4 })).toEqual({ status: 'pass', findings: [] });
});

test('the side that is shown largest decides: the other may be cut off', () => {
  expect(run({ width: 1600, height: 100 })).toEqual({ status: 'pass', findings: [] });
});

test('one that came out of the cache counts with its body', () => {
  const request = hero({ delivery: 'cache', transferSize: timingSize(0), encodedBodySize: timingSize(160_000) });
  expect(run({}, { request })).toMatchObject({ status: 'fail', findings: [{ size: 160_000 }] });
});

test('of several elements with the same file the one that shows it largest counts', () => {
  const observations = observationsOf(
    deviceObservation({ devicePixelRatio: 1 }),
    imageObservation({ width: 1600, height: 900 }),
    imageObservation(),
  );
  expect(oversizedImages.run(pageFacts({ observations, resources: [hero()] })).status).toBe('pass');
});

test.each([
  ['little to save', {}, hero({ transferSize: timingSize(13_000) })],
  ['less than 100 px too many', { width: 1510, height: 849 }, hero()],
  ['vectors', {}, hero({ mimeType: 'image/svg+xml' })],
  ['a size that nobody tells', {}, hero({ transferSize: UNKNOWN_SIZE })],
  ['no place on the screen', { width: 0, height: 0 }, hero()],
  ['not been loaded', { naturalWidth: 0, naturalHeight: 0 }, hero()],
])('a picture with %s passes', (_, image, request) => {
  expect(run(image, { request })).toEqual({ status: 'pass', findings: [] });
});

test('before the images were looked at it is not measured; a page without images passes', () => {
  expect(oversizedImages.run(pageFacts()).status).toBe('not-measured');
  const looked = pageFacts({ observations: observationsOf(deviceObservation()) });
  expect(oversizedImages.run(looked)).toEqual({ status: 'pass', findings: [] });
});
