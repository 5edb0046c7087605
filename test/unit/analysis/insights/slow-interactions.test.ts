import { expect, test } from 'vitest';
import { slowInteractions } from '../../../../src/analysis/insights/slow-interactions.ts';
import type { InteractionRecord } from '../../../../src/model/timeline.ts';
import { interactionRecord, pageFacts } from '../../../fixtures/builders/analysis.ts';
import { frameEntry, scriptTiming } from '../../../fixtures/builders/timeline-entries.ts';

function run(...interactions: readonly Partial<InteractionRecord>[]) {
  const handler = scriptTiming({
    startTime: 2012,
    duration: 178,
    invoker: 'BUTTON.buy.onclick',
    sourceFunctionName: 'buy',
  });
  const before = scriptTiming({ startTime: 1700, duration: 308, sourceFunctionName: 'poll' });
  const render = scriptTiming({ startTime: 2191, duration: 15, sourceFunctionName: 'render' });
  const animationFrames = [
    frameEntry(),
    frameEntry({ startTime: 1690, duration: 320, scripts: [before] }),
    frameEntry({ startTime: 2010, duration: 198, scripts: [handler, render] }),
    frameEntry({ startTime: 2300, duration: 60, scripts: [scriptTiming({ startTime: 2310 })] }),
  ];
  return slowInteractions.run(pageFacts({ interactions: interactions.map(interactionRecord), animationFrames }));
}

test('a slow click is named with its target, the part to blame and the script in it', () => {
  expect(run({})).toMatchObject({
    status: 'fail',
    findings: [
      {
        message:
          'The click on button.buy took 208 ms, 180 ms of it in event handlers, mostly buy in app.js (BUTTON.buy.onclick). Update what the user sees first and do the rest afterwards.',
        severity: 'medium',
        selector: 'button.buy',
        script: { functionName: 'buy' },
        startTime: 2000,
        duration: 208,
      },
    ],
  });
});

test.each([
  [
    'waiting for the main thread',
    'poll',
    { startTime: 1800, inputDelay: 200, processingDuration: 3, presentationDelay: 5 },
  ],
  ['rendering the answer', 'render', { startTime: 2180, inputDelay: 5, processingDuration: 5, presentationDelay: 110 }],
])('the longest part is to blame, and what ran in it: %s', (words, functionName, parts) => {
  expect(run(parts)).toMatchObject({
    findings: [
      { message: expect.stringContaining(`of it ${words}, mostly ${functionName} in`), script: { functionName } },
    ],
  });
});

test('a part in which no script of 5 ms ran names none', () => {
  const result = run({ startTime: 2200, inputDelay: 0, processingDuration: 0, presentationDelay: 208 });
  expect(result).toMatchObject({ findings: [{ script: { functionName: 'boot' } }] });
  const idle = run({ startTime: 2420, inputDelay: 0, processingDuration: 0, presentationDelay: 208 });
  expect(idle).not.toHaveProperty('findings.0.script');
});

test.each([
  [96, 'pass', undefined],
  [104, 'informative', 'low'],
  [200, 'informative', 'low'],
  [208, 'fail', 'medium'],
  [504, 'fail', 'high'],
] as const)('%d ms is %s', (duration, status, severity) => {
  const result = run({ duration });
  expect(result.status).toBe(status);
  expect(result).toMatchObject({ findings: severity === undefined ? [] : [{ severity }] });
});

test('the slowest comes first; one without scripts or target names neither', () => {
  const result = run({}, { startTime: 9000, duration: 600, target: null });
  expect(result).toMatchObject({
    findings: [{ duration: 600, message: expect.stringContaining('an element that is gone') }, {}],
  });
  expect(result).not.toHaveProperty('findings.0.script');
  expect(result).not.toHaveProperty('findings.0.selector');
});

test('interactions of one kind with one element are one finding, on the slowest', () => {
  expect(run({}, { startTime: 5000, duration: 400 }, { startTime: 7000, type: 'keydown' })).toMatchObject({
    findings: [
      { startTime: 5000, duration: 400, message: expect.stringContaining('; 1 more was slow.') },
      { startTime: 7000, message: expect.stringMatching(/^The keydown/) },
    ],
  });
});
