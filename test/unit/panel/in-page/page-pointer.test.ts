import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { OutlineResult, OutlineTarget } from '../../../../src/model/outline.ts';
import { createPagePointer } from '../../../../src/panel/in-page/page-pointer.ts';

const TARGET: OutlineTarget = { pageLoadId: 'load-1', selectors: ['#hero'], url: null };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function setUp(state: OutlineResult['state'] = 'outlined', inspected = true) {
  const asked: (string | null)[] = [];
  const pointer = createPagePointer({
    async outline(target) {
      asked.push(target?.selectors[0] ?? null);
      return target && { state, matches: 1 };
    },
    async inspectOutlined() {
      asked.push('inspect');
      return inspected;
    },
  });
  if (!pointer) throw new Error('There is a page to point into.');
  return { asked, pointer };
}

test('outlines what the pointer rests on, and not what it passes over', async () => {
  const { asked, pointer } = setUp();
  pointer.point(TARGET, 'hovering');
  pointer.leave();
  pointer.point({ ...TARGET, selectors: ['#footer'] }, 'hovering');
  await vi.runAllTimersAsync();
  expect(asked).toEqual(['#footer']);
  expect(pointer.note.value).toEqual({ text: 'Outlined in the page.', isFine: true });
  pointer.leave();
  pointer.leave();
  expect(asked).toEqual(['#footer', null]);
  expect(pointer.note.value).toBeNull();
});

test('says so when there is no such element any more', async () => {
  const { pointer } = setUp('not-found');
  pointer.point(TARGET, 'now');
  await vi.runAllTimersAsync();
  expect(pointer.note.value?.isFine).toBe(false);
  expect(pointer.note.value?.text).toMatch(/no such element now/);
});

test('shows an element to DevTools once it is outlined, and says when that went wrong', async () => {
  const { asked, pointer } = setUp('out-of-view', false);
  await pointer.inspect(TARGET);
  expect(asked).toEqual(['#hero', 'inspect']);
  expect(pointer.note.value?.text).toMatch(/did not show the element/);
});

test('has nothing to show of an element that is gone', async () => {
  const { asked, pointer } = setUp('not-found');
  await pointer.inspect(TARGET);
  expect(asked).toEqual(['#hero']);
});

test('is not there without a page behind the panel', () => {
  expect(createPagePointer({})).toBeNull();
});
