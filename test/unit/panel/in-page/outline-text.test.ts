import { expect, test } from 'vitest';
import { OUTLINE_STATES } from '../../../../src/model/outline.ts';
import { notInspectedText, outlineText } from '../../../../src/panel/in-page/outline-text.ts';

const FOUND = { state: 'outlined', matches: 1, selector: '#hero', frame: null } as const;

test('has a sentence of its own for every state', () => {
  const texts = OUTLINE_STATES.map((state) => outlineText({ ...FOUND, state }, 1));
  expect(new Set(texts).size).toBe(OUTLINE_STATES.length);
});

test('says when a selector fits more than the one that is outlined', () => {
  expect(outlineText({ ...FOUND, matches: 1200 }, 1)).toBe('Outlined in the page: the first of 1,200 that fit.');
  expect(outlineText({ ...FOUND, matches: 2 }, 3)).toBe('Outlined in the page.');
});

test('says of a file how many elements show it, where they are, and that none does', () => {
  expect(outlineText({ ...FOUND, matches: 2 }, 0)).toBe('Outlined in the page: 2 elements show this file.');
  expect(outlineText({ ...FOUND, frame: 'https://ads.example/' }, 0)).toMatch(/^Outlined in a frame/);
  expect(outlineText({ ...FOUND, state: 'not-found', matches: 0 }, 0)).toMatch(
    /^No element of the page shows this file/,
  );
});

test('says why DevTools do not show an element', () => {
  const texts = [FOUND, { ...FOUND, selector: '#card >>> img' }, { ...FOUND, frame: 'https://ads.example/' }].map(
    notInspectedText,
  );
  expect(texts).toEqual([
    expect.stringMatching(/did not show/),
    expect.stringMatching(/closed shadow tree/),
    expect.stringMatching(/frame of another site/),
  ]);
});
