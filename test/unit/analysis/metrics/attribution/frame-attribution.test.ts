import { describe, expect, test } from 'vitest';
import { frameAttribution } from '../../../../../src/analysis/metrics/attribution/frame-attribution.ts';
import { frameEntry, scriptTiming } from '../../../../fixtures/builders/timeline-entries.ts';

/** A click at 1,000 ms: waits until 1,050, is handled until 1,200, and painted at 1,260. */
const click = { start: 1000, processingStart: 1050, processingEnd: 1200, nextPaint: 1260 };

const handler = scriptTiming({ startTime: 1060, duration: 140, forcedStyleAndLayoutDuration: 28 });
const frame = frameEntry({ startTime: 1040, duration: 210, styleAndLayoutStart: 1215, scripts: [handler] });

describe('the time of an interaction', () => {
  test('goes into scripts, style and layout, paint and the rest', () => {
    expect(frameAttribution(click, [frame])).toMatchObject({
      totalScriptDuration: 140 - 28,
      totalStyleAndLayoutDuration: 1250 - 1215 + 28,
      totalPaintDuration: 1260 - 1250,
      totalUnattributedDuration: 260 - 112 - 63 - 10,
      longestScript: { sourceURL: handler.sourceURL, subpart: 'processing-duration', intersectingDuration: 140 },
    });
  });

  test('holds only what scripts did after it began, and their share of forced layout', () => {
    const before = scriptTiming({ startTime: 900, duration: 200, forcedStyleAndLayoutDuration: 80 });
    const over = scriptTiming({ startTime: 800, duration: 50 });
    const long = frameEntry({ startTime: 790, duration: 460, styleAndLayoutStart: 1240, scripts: [over, before] });
    expect(frameAttribution(click, [long])).toMatchObject({
      totalScriptDuration: 100 - 40,
      totalStyleAndLayoutDuration: 10 + 40,
      longestScript: { subpart: 'input-delay', intersectingDuration: 100 },
    });
  });

  test('is of all frames from its start to the end of its handlers, and of no other', () => {
    const early = frameEntry({ startTime: 700, duration: 299 });
    const waiting = frameEntry({ startTime: 980, duration: 60, styleAndLayoutStart: 1030, scripts: [] });
    const late = frameEntry({ startTime: 1201, duration: 100 });
    expect(frameAttribution(click, [early, waiting, frame, late])).toMatchObject({
      totalScriptDuration: 112,
      totalStyleAndLayoutDuration: 10 + 63,
    });
  });

  test('has no paint where the last frame ended before the handlers did, and no layout where nothing was rendered', () => {
    const unrendered = frameEntry({ startTime: 990, duration: 100, styleAndLayoutStart: 0, scripts: [] });
    expect(frameAttribution(click, [unrendered])).toEqual({
      totalScriptDuration: 0,
      totalStyleAndLayoutDuration: 0,
      totalPaintDuration: 0,
      totalUnattributedDuration: 260,
    });
  });

  test('is not told without long animation frames', () => {
    expect(frameAttribution(click, [])).toEqual({});
    expect(frameAttribution(click, [frameEntry({ startTime: 100, duration: 200 })])).toEqual({});
  });

  test('says in which part the longest script began', () => {
    const subpartOf = (startTime: number) => {
      const scripts = [scriptTiming({ startTime, duration: 30 })];
      return frameAttribution(click, [{ ...frame, scripts }]).longestScript;
    };
    expect(subpartOf(1049)).toMatchObject({ subpart: 'input-delay' });
    expect(subpartOf(1050)).toMatchObject({ subpart: 'processing-duration' });
    expect(subpartOf(1200)).toMatchObject({ subpart: 'presentation-delay' });
  });
});
