import { expect, test } from 'vitest';
import { moveSelection } from '../../../../src/panel/state/move-selection.ts';

const from = (index: number) => (key: string) => moveSelection(key, index, 100, 20);

test('moves by one row, by a page and to the ends', () => {
  const move = from(50);
  expect(['ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Home', 'End'].map(move)).toEqual([51, 49, 70, 30, 0, 99]);
});

test('stops at the ends', () => {
  expect(from(99)('ArrowDown')).toBe(99);
  expect(from(3)('PageUp')).toBe(0);
});

test('starts at the near end when nothing is selected', () => {
  expect(from(-1)('ArrowDown')).toBe(0);
  expect(from(-1)('ArrowUp')).toBe(99);
});

test('lets go with Escape, once', () => {
  expect(from(5)('Escape')).toBeNull();
  expect(from(-1)('Escape')).toBeUndefined();
});

test('leaves other keys and empty lists alone', () => {
  expect(from(5)('a')).toBeUndefined();
  expect(from(5)('toString')).toBeUndefined();
  expect(moveSelection('ArrowDown', -1, 0, 20)).toBeUndefined();
});
