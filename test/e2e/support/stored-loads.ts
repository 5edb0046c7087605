import type { Page } from 'puppeteer';
import { poll } from '../../../src/cli/browser/poll.ts';
import { readStore } from '../../../src/cli/browser/read-store.ts';
import type { EntryRecord, EntryType } from '../../../src/model/entries.ts';
import type { PageSnapshot } from '../../../src/model/snapshot.ts';

const WITHIN_MS = 20_000;

/**
 * The first stored page load of `url` for which `holds` is true, once there is one. `extensionPage` is any page of the extension.
 */
export function storedLoad(
  extensionPage: Page,
  url: string,
  what: string,
  holds: (snapshot: PageSnapshot) => boolean = () => true,
  within = WITHIN_MS,
): Promise<PageSnapshot> {
  return poll(
    async () => (await readStore(extensionPage)).find((stored) => stored.pageLoad.url === url && holds(stored)) ?? null,
    {
      every: 100,
      timeout: within,
      onTimeout: () => new Error(`The store has no page load of ${url} with ${what} after ${within} ms.`),
    },
  );
}

/** The entries of one type, in the order in which they were made. */
export function entriesOf<T extends EntryType>(
  { entries }: PageSnapshot,
  type: T,
): readonly Extract<EntryRecord, { readonly entryType: T }>[] {
  return entries.filter((entry): entry is Extract<EntryRecord, { readonly entryType: T }> => entry.entryType === type);
}
