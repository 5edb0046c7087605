import { expect, test } from 'vitest';
import { offscreenImages } from '../../../../src/analysis/insights/offscreen-images.ts';
import type { ImageObservation } from '../../../../src/model/observations.ts';
import type { ResourceRecord } from '../../../../src/model/resources.ts';
import { timingSize } from '../../../../src/model/size.ts';
import { observationsOf, pageFacts, resourceRecord } from '../../../fixtures/builders/analysis.ts';
import { imageObservation } from '../../../fixtures/builders/observations.ts';
import { PAGE_ORIGIN } from '../../../fixtures/builders/resource-entries.ts';

const url = `${PAGE_ORIGIN}/hero.jpg`;

function run(images: readonly Partial<ImageObservation>[], request: Partial<ResourceRecord> = {}) {
  const observations = observationsOf(...images.map((image) => imageObservation({ inViewport: false, ...image })));
  return offscreenImages.run(
    pageFacts({ observations, resources: [resourceRecord({ url, resourceType: 'image', ...request })] }),
  );
}

test('an image below the fold that was loaded with the page is named with its bytes', () => {
  expect(run([{}], { transferSize: timingSize(450_000) })).toEqual({
    status: 'fail',
    findings: [
      {
        message:
          'hero.jpg (450 kB) is not in the first viewport, and was loaded with the page. Load it lazily (attribute loading).',
        severity: 'high',
        url,
        selector: 'img.hero',
        startTime: 100,
        duration: 100,
        size: 450_000,
        savings: { bytes: 450_000 },
      },
    ],
  });
});

test.each([
  ['in the first viewport', [{ inViewport: true }], {}],
  ['lazy', [{ loading: 'lazy' }], {}],
  ['asked for after the load event, when it was scrolled to', [{}], { startTime: 3000 }],
  ['small', [{}], { transferSize: timingSize(2000) }],
  ['also shown in the first viewport', [{}, { inViewport: true }], {}],
])('one that is %s passes', (_, images, request) => {
  expect(run(images, request)).toEqual({ status: 'pass', findings: [] });
});

test('before the images were looked at it is not measured', () => {
  expect(offscreenImages.run(pageFacts()).status).toBe('not-measured');
});
