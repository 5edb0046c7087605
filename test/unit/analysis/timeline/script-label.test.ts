import { expect, test } from 'vitest';
import { scriptLabel } from '../../../../src/analysis/timeline/script-label.ts';
import type { ScriptTiming } from '../../../../src/model/entries.ts';
import { scriptTiming } from '../../../fixtures/builders/timeline-entries.ts';

const handler = {
  invokerType: 'event-listener',
  invoker: 'BUTTON#add-to-cart.onclick',
  sourceFunctionName: 'addToCart',
};

test.each([
  ['addToCart in app.js (BUTTON#add-to-cart.onclick)', handler],
  ['a function without a name in app.js (BUTTON#add-to-cart.onclick)', { ...handler, sourceFunctionName: '' }],
  ['addToCart (BUTTON#add-to-cart.onclick)', { ...handler, sourceURL: '' }],
  ['app.js (while loading)', { sourceFunctionName: '' }],
  ['boot in app.js', {}],
  [
    'inline.html (while loading)',
    { sourceFunctionName: '', sourceURL: '', invoker: 'https://shop.example/inline.html' },
  ],
] satisfies readonly [string, Partial<ScriptTiming>][])('a script is called "%s"', (label, overrides) => {
  expect(scriptLabel(scriptTiming(overrides))).toBe(label);
});
