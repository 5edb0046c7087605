import { lastNumber, nameOf, storageBuckets } from './database-place.ts';

/**
 * Begins a new place for the database, because its files cannot be opened: neither can another database be opened beside it then, nor
 * itself be deleted (tried in Chromium 156 without MANIFEST). False when that is no help either, or where the browser has no other
 * place; then all is as it was.
 */
export async function moveDatabase(): Promise<boolean> {
  const buckets = storageBuckets();
  if (!buckets) return false;
  const last = await lastNumber(buckets);
  const next = nameOf(last + 1);
  try {
    await openOnce((await buckets.open(next)).indexedDB);
  } catch {
    await buckets.delete(next).catch(() => {});
    return false;
  }
  // The bucket before holds nothing that could be read; what is no bucket cannot be deleted.
  if (last > 0) await buckets.delete(nameOf(last)).catch(() => {});
  return true;
}

/** Opens a database that is there for nothing else, and deletes it. */
function openOnce(factory: IDBFactory): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = factory.open('try', 1);
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      opening.result.close();
      const deletion = factory.deleteDatabase('try');
      deletion.onsuccess = () => resolve();
      deletion.onerror = () => reject(deletion.error);
    };
  });
}
