import type { EntryRecord } from './entries.ts';
import type { PageLoadRecord } from './page-load.ts';

/** Everything known of one page load: its record and its entries in the order they were made. */
export interface PageSnapshot {
  readonly pageLoad: PageLoadRecord;
  readonly entries: readonly EntryRecord[];
}
