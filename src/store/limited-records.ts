import browser from 'webextension-polyfill';
import type { StoredPageLoad } from './schema.ts';

/**
 * Where page loads' records wait while the database has no room: local storage is beyond the database's quota. A small record set
 * aside in the database would not help: Chromium gives the room of deleted rows back only after it compacted its files.
 */
const PREFIX = 'limited/';

/** Records that a worker which ended meanwhile left here. */
export async function readLimitedRecords(): Promise<readonly StoredPageLoad[]> {
  if (browser.extension.inIncognitoContext) return [];
  const all: Record<string, unknown> = await browser.storage.local.get(null);
  const keys = Object.keys(all).filter((key) => key.startsWith(PREFIX));
  return keys.map((key) => all[key] as StoredPageLoad);
}

/** Keeps records beyond the worker's life, as far as the disk can; nothing of a private window. */
export async function keepLimitedRecords(records: readonly StoredPageLoad[]): Promise<void> {
  if (browser.extension.inIncognitoContext || records.length === 0) return;
  const items = records.map((record) => [PREFIX + record.pageLoadId, record]);
  await browser.storage.local.set(Object.fromEntries(items)).catch(() => {});
}

export async function removeLimitedRecords(pageLoadIds: readonly string[]): Promise<void> {
  if (browser.extension.inIncognitoContext || pageLoadIds.length === 0) return;
  await browser.storage.local.remove(pageLoadIds.map((id) => PREFIX + id));
}
