import type { ViewRecord, VitalRecord } from './metrics.ts';
import type { Bytes, EpochMilliseconds, Milliseconds } from './units.ts';

/** The browser that recorded a page load. */
export interface BrowserInfo {
  readonly name: string;
  readonly version: string;
}

/**
 * What became of the entries of one page load. `made` is what the collector saw; when the ledger is complete it equals
 * stored + dropped.caps + dropped.exit + rejected. A null says that nobody could tell, and is shown as unknown.
 */
export interface Ledger {
  readonly made: number;
  readonly stored: number;
  readonly dropped: {
    /** By the browser before we listened (`droppedEntriesCount`); null where the browser does not tell. */
    readonly browser: number | null;
    /** By our own caps. */
    readonly caps: number;
    /** At page exit; null until the final record arrived. */
    readonly exit: number | null;
  };
  readonly rejected: number;
  readonly complete: boolean;
}

/** What the collector cost the page: its own main-thread time, and bytes it posted. */
export interface SelfCost {
  readonly mainThreadMs: Milliseconds;
  readonly bytesSent: Bytes;
}

/** `open`: entries may still come; `ended`: the final record arrived; `lost`: it ended without one. */
export type PageLoadState = 'open' | 'ended' | 'lost';

/** The stored facts of one document's life: enough for lists and trends without reading its chunks. */
export interface PageLoadRecord {
  readonly pageLoadId: string;
  readonly sessionId: string;
  /** Its own id for a top document, that of the tab's top document for a frame's. */
  readonly topPageLoadId: string;
  readonly tabId: number;
  /** 0 is the tab's top document. */
  readonly frameId: number;
  readonly origin: string;
  /** Without credentials and fragment. */
  readonly url: string;
  readonly title: string;
  readonly timeOrigin: EpochMilliseconds;
  readonly updatedAt: EpochMilliseconds;
  readonly navigationType: string | null;
  readonly supportedEntryTypes: readonly string[];
  readonly browser: BrowserInfo;
  readonly state: PageLoadState;
  /** Number of the next entry that the store expects; what the channel acknowledges. */
  readonly next: number;
  /** Chunk records in the store; the next chunk's number. */
  readonly chunks: number;
  readonly ledger: Ledger;
  readonly selfCost: SelfCost;
  readonly views: readonly ViewRecord[];
  readonly vitals: readonly VitalRecord[];
  /** Grows with every change of the page load; what readers compare to know whether they are current. */
  readonly revision: number;
}

/** One sealed batch of a page load, as stored under `[pageLoadId, n]`. */
export interface ChunkRecord {
  readonly pageLoadId: string;
  readonly n: number;
  /** Number of the first entry. */
  readonly from: number;
  /** Entries that the batch stands for: those in it, and those that a cap or the guard left out of it. */
  readonly count: number;
  /** JSON text of an `EntryRecord[]`: checked once at the border, stored without a second copy. */
  readonly entries: string;
}
