import { expect, test } from 'vitest';
import type { StorageSource } from '../../../../src/panel/session-source.ts';
import { storeChangesOf } from '../../../../src/panel/storage/store-changes.ts';

/** A store that notes what it is asked for, and counts `pageLoads` in each deletion. */
function openStore({ pageLoads = 1, failure = null as string | null } = {}) {
  const asked: string[] = [];
  const source = {
    async remove() {
      if (failure !== null) throw new Error(failure);
      asked.push('remove');
      return { pageLoads, undo: async () => void asked.push('undo') };
    },
    pinSession: async (id: string, pinned: boolean) => void asked.push(`pin ${id} ${pinned}`),
    markBaseline: async (id: string, baseline: boolean) => void asked.push(`baseline ${id} ${baseline}`),
  } as unknown as StorageSource;
  return { asked, source, changes: storeChangesOf(source) };
}

const SCOPE = { kind: 'page-loads', pageLoadIds: ['p'] } as const;

test('what was deleted can be had back, whichever view asks', async () => {
  const { asked, source, changes } = openStore();
  await changes.remove(SCOPE);
  const [entry] = storeChangesOf(source).deleted.value;
  expect(entry?.text).toBe('One page load was deleted.');
  await entry?.undo();
  expect([asked, changes.deleted.value]).toEqual([['remove', 'undo'], []]);
});

test('every reader has read what was changed before the change is done', async () => {
  const { asked, changes } = openStore();
  const stop = changes.onChanged(async () => void asked.push('read'));
  await changes.pin('s', true);
  await changes.markBaseline('p', false);
  stop();
  await changes.pin('s', false);
  expect(asked).toEqual(['pin s true', 'read', 'baseline p false', 'read', 'pin s false']);
});

test('summaries that the store does not count can be had back too', async () => {
  const { changes } = openStore({ pageLoads: 0 });
  await changes.remove(SCOPE);
  expect(changes.deleted.value).toEqual([]);
  await changes.remove(SCOPE, 2);
  expect(changes.deleted.value[0]?.text).toBe('2 page loads were deleted.');
});

test('what fails is told, until something works again', async () => {
  const { changes } = openStore({ failure: 'The disk is full.' });
  await changes.remove(SCOPE);
  expect([changes.failure.value, changes.deleted.value]).toEqual(['The disk is full.', []]);
  await changes.pin('s', true);
  expect(changes.failure.value).toBeNull();
});
