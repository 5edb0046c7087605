import { expect, test } from 'vitest';
import { unsizedImages } from '../../../../src/analysis/insights/unsized-images.ts';
import type { ImageObservation } from '../../../../src/model/observations.ts';
import { observationsOf, pageFacts } from '../../../fixtures/builders/analysis.ts';
import { imageObservation } from '../../../fixtures/builders/observations.ts';
import { PAGE_ORIGIN } from '../../../fixtures/builders/resource-entries.ts';

function run(...images: readonly Partial<ImageObservation>[]) {
  const observations = observationsOf(...images.map((image) => imageObservation({ sized: false, ...image })));
  return unsizedImages.run(pageFacts({ observations }));
}

test('an image without dimensions is named with those that it needs', () => {
  expect(run({})).toEqual({
    status: 'fail',
    findings: [
      {
        message:
          'img.hero (hero.jpg) has no dimensions, so its place is not kept free while it loads. Add the attributes width (1600) and height (900), or an aspect-ratio.',
        severity: 'medium',
        url: `${PAGE_ORIGIN}/hero.jpg`,
        selector: 'img.hero',
      },
    ],
  });
});

test('those in the first viewport come first', () => {
  expect(run({ element: '#below', inViewport: false }, { element: '#above' })).toMatchObject({
    findings: [
      { selector: '#above', severity: 'medium' },
      { selector: '#below', severity: 'low' },
    ],
  });
});

test('the newest look counts, and says each element once', () => {
  expect(run({ element: '#gone', startTime: 1000 }, {}, {})).toMatchObject({ findings: [{ selector: 'img.hero' }] });
});

test.each([
  ['has dimensions', { sized: true }],
  ['is not loaded', { naturalWidth: 0, naturalHeight: 0 }],
  ['is not shown', { width: 0, height: 0 }],
])('an image that %s passes', (_, image) => {
  expect(run(image)).toEqual({ status: 'pass', findings: [] });
});

test('before the images were looked at it is not measured', () => {
  expect(unsizedImages.run(pageFacts()).status).toBe('not-measured');
});

test('the page that a browser makes of an image file has nothing to mend', () => {
  const { url } = pageFacts({}).pageLoad;
  expect(run({ name: url })).toEqual({ status: 'pass', findings: [] });
});
