import { expect, test } from 'vitest';
import { layoutShifts } from '../../../../src/analysis/insights/layout-shifts.ts';
import type { LayoutShiftRecord } from '../../../../src/model/timeline.ts';
import {
  layoutShiftRecord,
  metricRecord,
  observationsOf,
  pageFacts,
  resourceRecord,
} from '../../../fixtures/builders/analysis.ts';
import { imageObservation } from '../../../fixtures/builders/observations.ts';
import { viewRecord } from '../../../fixtures/builders/page-loads.ts';
import { shiftSource } from '../../../fixtures/builders/timeline-entries.ts';

function run(cls: number | null, ...shifts: readonly Partial<LayoutShiftRecord>[]) {
  const views = [{ ...viewRecord(), metrics: [metricRecord({ name: 'CLS', value: cls })] }];
  return layoutShifts.run(pageFacts({ views, layoutShifts: shifts.map(layoutShiftRecord) }));
}

const banner = shiftSource({ node: '#promo-banner', previousRect: [0, 0, 800, 64], currentRect: [0, 64, 800, 176] });
const main = shiftSource({ node: 'main', previousRect: [0, 64, 800, 536], currentRect: [0, 240, 800, 360] });

test('a banner that slides in is named with what it pushed', () => {
  expect(run(0.31, { value: 0.31, sources: [main, banner] })).toEqual({
    status: 'fail',
    findings: [
      {
        message:
          '#promo-banner appeared at 1.5 s and shifted the page by 0.31, moving main. Reserve its space, or show it without pushing content.',
        severity: 'high',
        selector: '#promo-banner',
        startTime: 1500,
      },
    ],
  });
});

test('what was pushed is named when what pushed it is not known', () => {
  expect(run(0.2, { sources: [main] })).toMatchObject({
    findings: [
      {
        message:
          'main was pushed 176 px at 1.5 s, a shift of 0.2. No image, font or frame arrived just before: reserve space for what a script inserted or let grow above it.',
        severity: 'medium',
        selector: 'main',
      },
    ],
  });
});

test('shifts of one element are one finding, and the element that shifted most comes first', () => {
  const card = shiftSource({ node: '.card' });
  const result = run(0.2, { value: 0.08, sources: [card] }, { value: 0.06 }, { value: 0.06 });
  expect(result).toMatchObject({
    findings: [
      { selector: 'main', message: expect.stringContaining('in 2 shifts, a shift of 0.12') },
      { selector: '.card', severity: 'medium' },
    ],
  });
});

test('shifts after an input, and tiny ones, are not named', () => {
  expect(run(0.2, { hadRecentInput: true }, { value: 0.009 })).toEqual({ status: 'pass', findings: [] });
});

test('shifts of a page whose CLS is good are for information', () => {
  expect(run(0.1, { value: 0.04 })).toMatchObject({ status: 'informative', findings: [{ severity: 'low' }] });
  expect(run(null, { value: 0.04 }).status).toBe('informative');
});

test('an element that is gone has no selector', () => {
  const result = run(0.2, { sources: [shiftSource({ node: null })] });
  expect(result).toMatchObject({
    findings: [{ message: expect.stringMatching(/^An element that is gone or in a shadow tree was pushed/) }],
  });
});

test('an image for which no place was kept is named as the cause', () => {
  const image = resourceRecord({
    url: 'https://shop.example/hero.jpg',
    resourceType: 'image',
    startTime: 1000,
    duration: 460,
  });
  const views = [{ ...viewRecord(), metrics: [metricRecord({ name: 'CLS', value: 0.2 })] }];
  const census = imageObservation({ sized: false });
  const page = { views, resources: [image], layoutShifts: [layoutShiftRecord({ sources: [main] })] };
  expect(layoutShifts.run(pageFacts({ ...page, observations: observationsOf(census) }))).toMatchObject({
    findings: [
      {
        message:
          'main was pushed 176 px at 1.5 s, a shift of 0.2. The image hero.jpg (img.hero), for which no place was kept, arrived 40 ms before: give it width and height.',
        selector: 'main',
        url: image.url,
      },
    ],
  });
});
