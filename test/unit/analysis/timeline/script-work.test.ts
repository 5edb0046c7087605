import { describe, expect, test } from 'vitest';
import { scriptWorks } from '../../../../src/analysis/timeline/script-work.ts';
import type { LongAnimationFrameEntry, ScriptTiming } from '../../../../src/model/entries.ts';
import { frameEntry, scriptTiming } from '../../../fixtures/builders/timeline-entries.ts';

const boot = scriptTiming({ startTime: 600, duration: 150 });
const render = scriptTiming({
  startTime: 760,
  duration: 50,
  sourceFunctionName: 'render',
  sourceCharPosition: 900,
  forcedStyleAndLayoutDuration: 20,
});
const ad = scriptTiming({ startTime: 1600, duration: 100, sourceURL: 'https://ads.example/ad.js' });
/** Blocks for 150 ms while it works for 200 ms. */
const first = frameEntry({ duration: 200, styleAndLayoutStart: 0, blockingDuration: 150, scripts: [boot, render] });
const second = frameEntry({
  startTime: 1600,
  duration: 110,
  styleAndLayoutStart: 0,
  blockingDuration: 50,
  scripts: [ad, { ...render, duration: 0 }],
});

function blockingOf(frame: LongAnimationFrameEntry, script: ScriptTiming): number | undefined {
  return scriptWorks([frame]).byFunction.find(({ longest }) => longest === script)?.blocking;
}

describe('blocking time', () => {
  test('is shared by the scripts of a frame as its work is', () => {
    expect(blockingOf(first, boot)).toBeCloseTo(112.5);
    expect(blockingOf(first, render)).toBeCloseTo(37.5);
  });

  test('leaves to style and layout what they took', () => {
    const frame = frameEntry({ duration: 200, styleAndLayoutStart: 750, blockingDuration: 100, scripts: [boot] });
    expect(blockingOf(frame, boot)).toBeCloseTo(75);
  });

  test('is never more than the frame blocked, however little is attributed', () => {
    const small = scriptTiming({ duration: 10 });
    expect(blockingOf(frameEntry({ blockingDuration: 90, styleAndLayoutStart: 0, scripts: [small] }), small)).toBe(10);
  });

  test('of a frame that did not block is none', () => {
    expect(blockingOf(frameEntry({ blockingDuration: 0, scripts: [boot] }), boot)).toBe(0);
  });
});

describe('the work of scripts', () => {
  test('is summed by file, the one that blocked most first', () => {
    expect(scriptWorks([first, second]).byScript).toMatchObject([
      { longest: boot, runs: 3, duration: 200, blocking: 150, forcedLayout: 20 },
      { longest: ad, runs: 1, duration: 100, blocking: 50, forcedLayout: 0 },
    ]);
  });

  test('is summed by function', () => {
    expect(
      scriptWorks([first, second]).byFunction.map(({ longest, runs }) => [longest.sourceFunctionName, runs]),
    ).toEqual([
      ['boot', 1],
      ['boot', 1],
      ['render', 2],
    ]);
  });

  test('of functions that the browser hides is told apart by who called them', () => {
    const hidden = { sourceFunctionName: '', sourceCharPosition: -1 };
    const scripts = [
      scriptTiming({ ...hidden, invoker: 'TimerHandler' }),
      scriptTiming({ ...hidden, invoker: 'IMG.onload' }),
    ];
    expect(scriptWorks([frameEntry({ scripts })]).byFunction).toHaveLength(2);
  });

  test('of no frames is nothing', () => {
    expect(scriptWorks([]).byScript).toEqual([]);
  });
});
