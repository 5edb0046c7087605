import { expect, test } from 'vitest';
import { OUTLINE_STATES } from '../../../../src/model/outline.ts';
import { outlineText } from '../../../../src/panel/in-page/outline-text.ts';

test('has a sentence of its own for every state', () => {
  const texts = OUTLINE_STATES.map((state) => outlineText({ state, matches: 1 }, 1));
  expect(new Set(texts).size).toBe(OUTLINE_STATES.length);
});

test('says when a selector fits more than the one that is outlined', () => {
  expect(outlineText({ state: 'outlined', matches: 1200 }, 1)).toBe(
    'Outlined in the page: the first of 1,200 that fit.',
  );
  expect(outlineText({ state: 'outlined', matches: 2 }, 3)).toBe('Outlined in the page.');
});
