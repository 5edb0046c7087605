import type { EntryRecord } from './entries.ts';
import type { HarRequest } from './har-request.ts';
import type { PageLoadRecord } from './page-load.ts';

/** Everything known of one page load: its record, its entries in the order they were made, what DevTools' network log told. */
export interface PageSnapshot {
  readonly pageLoad: PageLoadRecord;
  readonly entries: readonly EntryRecord[];
  /** Empty when DevTools were not open, and for frames: their requests are told with those of their page. */
  readonly requests: readonly HarRequest[];
}
