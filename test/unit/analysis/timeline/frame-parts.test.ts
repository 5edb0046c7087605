import { describe, expect, test } from 'vitest';
import { causeOf, frameParts, totalFrameParts } from '../../../../src/analysis/timeline/frame-parts.ts';
import { frameEntry, scriptTiming } from '../../../fixtures/builders/timeline-entries.ts';

describe('the parts of a frame', () => {
  test('are its scripts, its own style and layout, and the rest', () => {
    expect(frameParts(frameEntry())).toEqual({ script: 100, 'forced-layout': 0, 'style-and-layout': 10, other: 30 });
  });

  test('count forced layout apart from the script that forced it', () => {
    const script = scriptTiming({ duration: 100, forcedStyleAndLayoutDuration: 70 });
    const frame = frameEntry({ scripts: [script] });
    expect(frameParts(frame)).toMatchObject({ script: 30, 'forced-layout': 70 });
    expect(causeOf(frame)).toBe('forced-layout');
  });

  test('count callbacks that ran between two passes of the layout as scripts', () => {
    const observer = scriptTiming({ startTime: 735, duration: 4, invokerType: 'event-listener' });
    const frame = frameEntry({ scripts: [scriptTiming(), observer] });
    expect(frameParts(frame)).toEqual({ script: 104, 'forced-layout': 0, 'style-and-layout': 6, other: 30 });
  });

  test('of a frame that never rendered have no style and layout', () => {
    const frame = frameEntry({ renderStart: 0, styleAndLayoutStart: 0, scripts: [] });
    expect(frameParts(frame)).toEqual({ script: 0, 'forced-layout': 0, 'style-and-layout': 0, other: 140 });
    expect(causeOf(frame)).toBe('other');
  });

  test('add up over all frames', () => {
    const restyled = frameEntry({ startTime: 900, duration: 90, styleAndLayoutStart: 910, scripts: [] });
    expect(causeOf(restyled)).toBe('style-and-layout');
    expect(totalFrameParts([frameEntry(), restyled])).toEqual({
      script: 100,
      'forced-layout': 0,
      'style-and-layout': 90,
      other: 40,
    });
    expect(totalFrameParts([])).toEqual({ script: 0, 'forced-layout': 0, 'style-and-layout': 0, other: 0 });
  });
});
