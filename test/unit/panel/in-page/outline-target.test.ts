import { expect, test } from 'vitest';
import { outlineTarget } from '../../../../src/panel/in-page/outline-target.ts';
import { resourceRecord } from '../../../fixtures/builders/analysis.ts';

const URL = 'https://cdn.example/banner.png';
const FRAME = 'https://ads.example/';
const request = { url: URL, resourceType: 'image' as const };
const unnamed = { pageLoadId: 'load-1', selectors: [], url: URL };

test('elements that have names are meant by these, in the top document', () => {
  const named = { pageLoadId: 'load-1', selectors: ['#hero'], url: URL };
  expect(outlineTarget({ ...named, resources: [resourceRecord({ ...request, frame: FRAME })] })).toEqual({
    ...named,
    inFrames: false,
  });
});

test.each([
  ['the page', [null], false],
  ['the page and a frame', [FRAME, null], false],
  ['a frame', [FRAME, FRAME], true],
  ['nobody that the log knows', [], false],
])('what shows a file that %s asked for is looked for there', (_, frames, inFrames) => {
  const resources = frames.map((frame) => resourceRecord({ ...request, frame }));
  expect(outlineTarget({ ...unnamed, resources })).toEqual({ ...unnamed, inFrames });
});

test('a file that no element shows is looked for nowhere', () => {
  expect(outlineTarget({ ...unnamed, resources: [resourceRecord({ ...request, resourceType: 'script' })] })).toBeNull();
});
