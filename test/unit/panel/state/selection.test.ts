import { expect, test } from 'vitest';
import { choices, pick, selected } from '../../../../src/panel/state/selection.ts';
import { pageLoadRecord, viewRecord } from '../../../fixtures/builders/page-loads.ts';

const older = pageLoadRecord({ pageLoadId: 'older', timeOrigin: 1000 });
const newer = pageLoadRecord({ pageLoadId: 'newer', timeOrigin: 2000 });
const frame = pageLoadRecord({ pageLoadId: 'frame', timeOrigin: 3000, frameId: 7 });

test('offers the page loads of the top frame, newest first', () => {
  expect(choices([older, newer, frame])).toEqual([newer, older]);
});

test('offers a page load that came back from bfcache before those that were loaded after it', () => {
  const restored = {
    ...older,
    views: [...older.views, viewRecord({ viewId: 'bfcache-5000', kind: 'bfcache', startTime: 5000 })],
  };
  expect(choices([restored, newer])).toEqual([restored, newer]);
});

test('offers a document that is recorded again after a pause as the later of its two page loads', () => {
  const paused = pageLoadRecord({ pageLoadId: 'z', timeOrigin: 1000, updatedAt: 3000 });
  const resumed = pageLoadRecord({ pageLoadId: 'a', timeOrigin: 1000, updatedAt: 9000 });
  expect(choices([paused, resumed])).toEqual([resumed, paused]);
  expect(choices([resumed, paused])).toEqual([resumed, paused]);
});

test('shows the newest page load while none is picked, and the next one when it comes', () => {
  expect(selected(null, [older])).toBe(older);
  expect(selected(null, [newer, older])).toBe(newer);
});

test('stays on an older page load that was picked when a newer one comes', () => {
  expect(selected(pick('older', [newer, older]), [newer, older])).toBe(older);
  const newest = pageLoadRecord({ pageLoadId: 'newest', timeOrigin: 4000 });
  expect(selected(pick('older', [newer, older]), [newest, newer, older])).toBe(older);
});

test('follows again when the newest page load is picked', () => {
  expect(pick('newer', [newer, older])).toBeNull();
});

test('gives way to the newest when the picked page load is gone', () => {
  expect(selected('cleared', [newer, older])).toBe(newer);
  expect(selected('cleared', [])).toBeNull();
});
