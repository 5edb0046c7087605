import { expect, test } from 'vitest';
import { slowInteractions } from '../../../../src/analysis/insights/slow-interactions.ts';
import type { InteractionRecord } from '../../../../src/model/timeline.ts';
import { interactionRecord, longTaskRecord, pageFacts } from '../../../fixtures/builders/analysis.ts';
import { scriptTiming } from '../../../fixtures/builders/timeline-entries.ts';

function run(...interactions: readonly Partial<InteractionRecord>[]) {
  const handler = scriptTiming({
    startTime: 2012,
    duration: 178,
    invoker: 'BUTTON.buy.onclick',
    sourceFunctionName: 'buy',
  });
  const tasks = [longTaskRecord(), longTaskRecord({ startTime: 2010, duration: 181, scripts: [handler] })];
  return slowInteractions.run(pageFacts({ interactions: interactions.map(interactionRecord), longTasks: tasks }));
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
  ['waiting for the main thread', { inputDelay: 190, processingDuration: 5, presentationDelay: 13 }],
  ['rendering the answer', { inputDelay: 5, processingDuration: 5, presentationDelay: 198 }],
])('the longest part is to blame: %s', (words, parts) => {
  expect(run(parts)).toMatchObject({ findings: [{ message: expect.stringContaining(`of it ${words}`) }] });
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
