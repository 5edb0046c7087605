import type { EntryRecord } from '../model/entries.ts';

/** What a page that cannot read the database itself asks for. */
export type StoreQuery =
  | { readonly what: 'page-loads'; readonly sessionId: string }
  | { readonly what: 'page-load'; readonly pageLoadId: string }
  | { readonly what: 'entries'; readonly pageLoadId: string; readonly fromChunk: number; readonly skip: number }
  | { readonly what: 'count'; readonly origin: string };

/** Entries from `skip` on of those that were asked for; `more`: ask again, for those after them. */
export interface EntriesAnswer {
  readonly entries: readonly EntryRecord[];
  readonly nextChunk: number;
  readonly more: boolean;
}
