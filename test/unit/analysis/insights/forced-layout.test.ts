import { expect, test } from 'vitest';
import { forcedLayout } from '../../../../src/analysis/insights/forced-layout.ts';
import type { ScriptTiming } from '../../../../src/model/entries.ts';
import { pageFacts } from '../../../fixtures/builders/analysis.ts';
import { frameEntry, scriptTiming } from '../../../fixtures/builders/timeline-entries.ts';

/** A page whose frames each hold these runs. */
function run(...frames: readonly (readonly Partial<ScriptTiming>[])[]) {
  const animationFrames = frames.map((scripts, i) =>
    frameEntry({ startTime: 600 + i * 1000, scripts: scripts.map((script) => scriptTiming(script)) }),
  );
  return forcedLayout.run(pageFacts({ animationFrames }));
}

test('a function that forced layout is named with how much of its time that was', () => {
  expect(run([{ forcedStyleAndLayoutDuration: 80 }])).toEqual({
    status: 'fail',
    findings: [
      {
        message:
          'boot in app.js forced 80 ms of style and layout within its 100 ms at 605 ms. Read all sizes and positions first, then write the styles.',
        severity: 'low',
        script: { url: 'https://shop.example/app.js', functionName: 'boot', position: 0 },
        startTime: 605,
        duration: 100,
      },
    ],
  });
});

test.each([
  [29, undefined],
  [30, 'low'],
  [100, 'medium'],
  [200, 'high'],
] as const)('%d ms in all are of severity %s', (forcedStyleAndLayoutDuration, severity) => {
  const result = run([{ duration: 300, forcedStyleAndLayoutDuration }]);
  expect(result).toMatchObject({ findings: severity === undefined ? [] : [{ severity }] });
});

test('the runs of a function are summed, and the function that forced most comes first', () => {
  const measure = { sourceFunctionName: 'measure', sourceCharPosition: 40, forcedStyleAndLayoutDuration: 60 };
  const result = run([{ forcedStyleAndLayoutDuration: 70 }], [measure], [measure]);
  expect(result).toMatchObject({
    findings: [
      { script: { functionName: 'measure' }, message: expect.stringContaining('120 ms') },
      { script: { functionName: 'boot' } },
    ],
  });
  expect(result).toMatchObject({ findings: [{ message: expect.stringContaining('in 2 runs') }, {}] });
});

test('a page without long frames forced nothing', () => {
  expect(run()).toEqual({ status: 'pass', findings: [] });
});
