import { signal } from '@preact/signals';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { OutlineResult, OutlineTarget } from '../../../../src/model/outline.ts';
import { createLazyPointer } from '../../../../src/panel/in-page/lazy-pointer.ts';
import type { Pointed } from '../../../../src/panel/in-page/outline-target.ts';
import { createPagePointer, type PointerNote } from '../../../../src/panel/in-page/page-pointer.ts';

const TARGET: Pointed = { pageLoadId: 'load-1', selectors: ['#hero'], url: null, resources: [] };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function setUp(state: OutlineResult['state'] = 'outlined', inspected = true) {
  const asked: (string | null)[] = [];
  const inPage = {
    async outline(target: OutlineTarget | null) {
      asked.push(target?.selectors[0] ?? null);
      return target && { state, matches: 1, selector: state === 'not-found' ? null : '#hero', frame: null };
    },
    async inspectOutlined() {
      asked.push('inspect');
      return inspected;
    },
  };
  return { asked, inPage, pointer: createPagePointer(inPage, signal<PointerNote | null>(null)) };
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

test('answers the selector of what it found', async () => {
  expect(await setUp().pointer.find(TARGET)).toBe('#hero');
  expect(await setUp('not-found').pointer.find(TARGET)).toBeNull();
});

test('is loaded when something is pointed at, and is not there without a page behind the panel', async () => {
  expect(createLazyPointer({})).toBeNull();
  const { asked, inPage } = setUp();
  const pointer = createLazyPointer(inPage);
  pointer?.leave();
  pointer?.point(TARGET, 'now');
  await vi.waitFor(() => expect(pointer?.note.value?.text).toBe('Outlined in the page.'));
  pointer?.leave();
  await vi.waitFor(() => expect(asked).toEqual(['#hero', null]));
});
