import { describe, expect, test } from 'vitest';
import { shiftCause } from '../../../../src/analysis/timeline/shift-cause.ts';
import { layoutShiftRecord, metricRecord } from '../../../fixtures/builders/analysis.ts';
import { viewRecord } from '../../../fixtures/builders/page-loads.ts';
import { shiftSource } from '../../../fixtures/builders/timeline-entries.ts';

const main = shiftSource({ node: 'main', previousRect: [0, 64, 800, 536], currentRect: [0, 240, 800, 360] });
const footer = shiftSource({ node: 'footer', previousRect: [0, 540, 800, 60], currentRect: [0, 0, 0, 0] });

describe('a layout shift', () => {
  test('is put down to what slid in above the others', () => {
    const banner = shiftSource({ node: '#banner', previousRect: [0, 0, 800, 64], currentRect: [0, 64, 800, 176] });
    expect(shiftCause(layoutShiftRecord({ sources: [main, banner, footer] }), [])).toEqual({
      kind: 'appeared',
      selector: '#banner',
      others: ['main', 'footer'],
      distance: 64,
    });
  });

  test('names the largest victim when what pushed is not among the sources', () => {
    expect(shiftCause(layoutShiftRecord({ sources: [footer, main] }), [])).toMatchObject({
      kind: 'moved',
      selector: 'main',
      others: ['footer'],
      distance: 176,
    });
  });

  test('does not take what slid up from below for the cause', () => {
    const slidUp = shiftSource({ node: 'footer', previousRect: [0, 0, 0, 0], currentRect: [0, 500, 800, 100] });
    const moved = shiftSource({ node: 'main', previousRect: [0, 200, 800, 400], currentRect: [0, 100, 800, 400] });
    expect(shiftCause(layoutShiftRecord({ sources: [moved, slidUp] }), [])).toMatchObject({
      selector: 'main',
      kind: 'moved',
    });
  });

  test('names the element that CLS attribution names for the same moment', () => {
    const metric = metricRecord({ name: 'CLS', attribution: { largestShiftTime: 1500, largestShiftTarget: 'footer' } });
    const views = [{ ...viewRecord(), metrics: [metric] }];
    expect(shiftCause(layoutShiftRecord({ sources: [main, footer] }), views).selector).toBe('footer');
    expect(shiftCause(layoutShiftRecord({ sources: [main, footer], startTime: 1700 }), views).selector).toBe('main');
    expect(shiftCause(layoutShiftRecord({ sources: [] }), views).selector).toBe('footer');
  });

  test('of an element that is gone has no name', () => {
    const gone = shiftSource({ node: null });
    expect(shiftCause(layoutShiftRecord({ sources: [gone] }), [])).toMatchObject({ selector: null, others: [] });
    expect(shiftCause(layoutShiftRecord({ sources: [] }), [])).toMatchObject({ selector: null, distance: 0 });
  });
});
