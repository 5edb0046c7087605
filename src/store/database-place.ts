/**
 * The part of the Storage Buckets API (https://wicg.github.io/storage-buckets/) that is used here; Chromium has it, in windows and in
 * workers, TypeScript does not know it. Each bucket keeps its databases in files of its own.
 */
export interface StorageBuckets {
  keys(): Promise<readonly string[]>;
  open(name: string): Promise<{ readonly indexedDB: IDBFactory }>;
  delete(name: string): Promise<void>;
}

const PREFIX = 'vitalog-';

/**
 * Where the database is: among the others of the extension, or, once those could not be opened any more, in the last bucket that was
 * begun for it. All pages and workers of ours find the same.
 */
export async function databasePlace(): Promise<IDBFactory> {
  const buckets = storageBuckets();
  if (!buckets) return indexedDB;
  const last = await lastNumber(buckets).catch(() => 0);
  return last === 0 ? indexedDB : (await buckets.open(nameOf(last))).indexedDB;
}

/** Undefined where the browser has none. */
export function storageBuckets(): StorageBuckets | undefined {
  const { navigator } = globalThis as { readonly navigator?: { readonly storageBuckets?: StorageBuckets } };
  return navigator?.storageBuckets;
}

/** Of the bucket that was begun last; 0 when there is none. */
export async function lastNumber(buckets: StorageBuckets): Promise<number> {
  const names = (await buckets.keys()).filter((name) => name.startsWith(PREFIX));
  return Math.max(0, ...names.map((name) => Number(name.slice(PREFIX.length))));
}

/** The name of a bucket. */
export function nameOf(number: number): string {
  return PREFIX + number;
}
