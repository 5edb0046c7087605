import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseOutlineResult, parseOutlineTarget } from '../../../src/channel/guard-outline.ts';
import { parsePanelMessage } from '../../../src/channel/guards.ts';

const TARGET = {
  pageLoadId: 'load-1',
  selectors: ['#hero>img'],
  url: 'https://shop.example/hero.webp',
  inFrames: false,
};

test('lets a request for an outline pass with its known members, and one for none', () => {
  expect(parsePanelMessage({ type: 'outline', request: 1, target: { ...TARGET, extra: 1 }, more: 2 })).toEqual({
    type: 'outline',
    request: 1,
    target: TARGET,
  });
  expect(parsePanelMessage({ type: 'outline', request: 2, target: null })).toEqual({
    type: 'outline',
    request: 2,
    target: null,
  });
});

test.each([
  { ...TARGET, selectors: [], url: null },
  { ...TARGET, inFrames: 'all' },
  { ...TARGET, selectors: ['a', 'b', 'c', 'd', 'e', 'f'] },
  { ...TARGET, selectors: [null] },
  { ...TARGET, selectors: ['x'.repeat(70_000)] },
  { ...TARGET, url: 3 },
  { ...TARGET, pageLoadId: null },
  undefined,
  'text',
])('turns away the target %j', (target) => {
  expect(parseOutlineTarget(target)).toBeNull();
  expect(parsePanelMessage({ type: 'outline', request: 1, target })).toBeNull();
});

test('lets a target pass that is known by what it shows alone', () => {
  const target = { ...TARGET, selectors: [], inFrames: true };
  expect(parseOutlineTarget(target)).toEqual(target);
});

const RESULT = { state: 'outlined', matches: 2, selector: '#card >>> img', frame: 'https://ads.example/' };

test('takes an answer of a known state with a number of elements, and throws at nothing', () => {
  expect(parseOutlineResult({ ...RESULT, html: '<b>' })).toEqual(RESULT);
  expect(parseOutlineResult({ ...RESULT, state: 'owned' })).toBeNull();
  expect(parseOutlineResult({ ...RESULT, matches: -1 })).toBeNull();
  expect(parseOutlineResult({ ...RESULT, selector: 1 })).toBeNull();
  expect(parseOutlineResult({ ...RESULT, frame: undefined })).toBeNull();
  fc.assert(fc.property(fc.anything(), (value) => void [parseOutlineResult(value), parseOutlineTarget(value)]));
});
