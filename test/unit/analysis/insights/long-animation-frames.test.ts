import { describe, expect, test } from 'vitest';
import { longAnimationFrames } from '../../../../src/analysis/insights/long-animation-frames.ts';
import type { LongAnimationFrameEntry } from '../../../../src/model/entries.ts';
import { pageFacts } from '../../../fixtures/builders/analysis.ts';
import { frameEntry, scriptTiming } from '../../../fixtures/builders/timeline-entries.ts';

function run(...frames: readonly Partial<LongAnimationFrameEntry>[]) {
  return longAnimationFrames.run(pageFacts({ animationFrames: frames.map(frameEntry) }));
}

describe('a late frame', () => {
  test('is put down to the function that ran longest in it', () => {
    expect(
      run({ scripts: [scriptTiming(), scriptTiming({ startTime: 706, duration: 9, sourceFunctionName: 'other' })] }),
    ).toEqual({
      status: 'fail',
      findings: [
        {
          message: expect.stringMatching(
            /^A frame took 140 ms at 600 ms: 109 ms of it went into code of boot in app\.js\. Split it/,
          ),
          severity: 'medium',
          script: { url: 'https://shop.example/app.js', functionName: 'boot', position: 0 },
          startTime: 600,
          duration: 140,
        },
      ],
    });
  });

  test('is put down to layout that a function forced', () => {
    const arrange = scriptTiming({ sourceFunctionName: 'arrange', forcedStyleAndLayoutDuration: 80 });
    expect(run({ scripts: [arrange] })).toMatchObject({
      findings: [
        {
          message: expect.stringContaining('80 ms of it went into layout forced by the code of arrange'),
          script: { functionName: 'arrange' },
        },
      ],
    });
  });

  test('is put down to its own style and layout, which no script is to blame for', () => {
    const result = run({ renderStart: 620, styleAndLayoutStart: 622, scripts: [] });
    expect(result).toMatchObject({
      findings: [{ message: expect.stringContaining('118 ms of it went into style and layout. Change fewer') }],
    });
    expect(result).not.toHaveProperty('findings.0.script');
  });

  test('that nothing explains is said to be so', () => {
    expect(run({ renderStart: 0, styleAndLayoutStart: 0, scripts: [] })).toMatchObject({
      findings: [{ message: expect.stringContaining('what the browser does not attribute') }],
    });
  });
});

test('frames of one cause are one finding; the cause that blocked most comes first', () => {
  const boot = { blockingDuration: 60, renderStart: 0, styleAndLayoutStart: 0 };
  const restyle = { startTime: 5000, duration: 300, styleAndLayoutStart: 5010, blockingDuration: 250, scripts: [] };
  expect(run(boot, { ...boot, startTime: 900, duration: 150 }, restyle)).toMatchObject({
    findings: [
      { severity: 'high', startTime: 5000, duration: 300 },
      {
        severity: 'medium',
        startTime: 900,
        message: expect.stringMatching(/^2 frames were late, the longest took 150 ms at 900 ms: 200 ms went/),
      },
    ],
  });
});

test('frames under 100 ms are for information', () => {
  expect(run({ duration: 99, blockingDuration: 0, scripts: [scriptTiming({ duration: 60 })] })).toMatchObject({
    status: 'informative',
    findings: [{ severity: 'low' }],
  });
  expect(run({ duration: 100 }).status).toBe('fail');
  expect(run()).toEqual({ status: 'pass', findings: [] });
});
