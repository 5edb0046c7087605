import type { EpochMilliseconds } from '../model/units.ts';
import { withDatabase } from './database.ts';
import { historyOf } from './history-record.ts';

/** A use that is younger than this is not noted anew: looking at a page load is no reason to write with every look. */
const USE_GRAIN_MS = 60_000;

/** Pins a session, so that its page loads stay beyond every limit, those still to come too; or lets go of it. */
export async function pinSession(sessionId: string, pinned: boolean): Promise<void> {
  await withDatabase<unknown>((database) =>
    pinned ? database.put('pins', { sessionId }) : database.delete('pins', sessionId),
  );
}

/** Makes a page load a baseline, which stays, as does its history; or lets go of it. False when it is not stored any more. */
export function markBaseline(pageLoadId: string, baseline: boolean): Promise<boolean> {
  return withDatabase(async (database) => {
    const transaction = database.transaction(['pageLoads', 'history'], 'readwrite', { durability: 'strict' });
    const pageLoads = transaction.objectStore('pageLoads');
    const mark = async () => {
      const record = await pageLoads.get(pageLoadId);
      if (!record) return false;
      const marked = { ...record, baseline };
      await Promise.all([pageLoads.put(marked), transaction.objectStore('history').put(historyOf(marked))]);
      return true;
    };
    const [found] = await Promise.all([mark(), transaction.done]);
    return found;
  });
}

/** Notes that a page load was looked at, so that it is not the next to go. */
export function noteUse(pageLoadId: string, now: EpochMilliseconds): Promise<void> {
  return withDatabase(async (database) => {
    const transaction = database.transaction('pageLoads', 'readwrite');
    const note = async () => {
      const record = await transaction.store.get(pageLoadId);
      if (record && record.lastUsedAt < now - USE_GRAIN_MS) await transaction.store.put({ ...record, lastUsedAt: now });
    };
    await Promise.all([note(), transaction.done]);
  });
}
