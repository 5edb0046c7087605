import type { BackOff } from './back-off.ts';
import type { BudgetHistory } from './budget-history.ts';
import type { HarPage } from './har-page.ts';
import type { NetworkLog } from './har-request.ts';
import type { ViewRecord, VitalRecord } from './metrics.ts';
import type { PageLoadSummary, ViolationCounts } from './page-load-summary.ts';
import type { Bytes, EpochMilliseconds, Milliseconds } from './units.ts';

/** The browser that recorded a page load. */
export interface BrowserInfo {
  readonly name: string;
  readonly version: string;
}

/**
 * What became of the entries of one page load. `made` is what the collector saw; when the ledger is complete it equals
 * stored + dropped.caps + dropped.exit + dropped.store + rejected. A null says that nobody could tell, and is shown as unknown.
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
    /** Taken in once, and gone with the database that held them; not there when none were. */
    readonly store?: number;
  };
  readonly rejected: number;
  readonly complete: boolean;
}

/** What the collector cost the page: its own main-thread time, bytes it posted, and what it left out to cost less. */
export interface SelfCost {
  readonly mainThreadMs: Milliseconds;
  readonly bytesSent: Bytes;
  readonly backOff: BackOff;
}

/** `open`: entries may still come; `ended`: the final record arrived; `lost`: it ended without one. */
export type PageLoadState = 'open' | 'ended' | 'lost';

/** `raw`: its chunks are as they came; `partly`: some are compressed; `sealed`: all of them are, and its summary holds. */
export type SealState = 'raw' | 'partly' | 'sealed';

/** What the entries of a page load take in the store. */
export interface EntryBytes {
  /** As JSON, the way they came. */
  readonly raw: Bytes;
  /** As they are stored now. */
  readonly stored: Bytes;
  /** False while chunks of an older version's page load are not counted yet; sealing counts them. */
  readonly counted: boolean;
}

/** What the cache knows of a page load for its own housekeeping. */
export interface CacheFacts {
  /** Stored entries per `entryType`; null for a page load of an older version that is not sealed yet. */
  readonly entryCounts: Readonly<Record<string, number>> | null;
  /** What all its entries come to; null until the page load has ended and was sealed. */
  readonly summary: PageLoadSummary | null;
  /** Limits of budgets that it breaks; null while nobody has evaluated them. */
  readonly violations: ViolationCounts | null;
  /** What budgets made of it; absent while nobody has evaluated them. */
  readonly budgetHistory?: BudgetHistory;
  readonly bytes: EntryBytes;
  /** When it was written to or looked at; the longest unused goes first. */
  readonly lastUsedAt: EpochMilliseconds;
  /** Others are compared with it, so it stays. */
  readonly baseline: boolean;
  readonly sealState: SealState;
  /** Chunks 0 to `sealedChunks - 1` are in sealed parts. */
  readonly sealedChunks: number;
  /** When the user deleted it; null while it is there. A deleted one is hidden, and can be had back until it is purged. */
  readonly deletedAt: EpochMilliseconds | null;
}

/** The stored facts of one document's life: enough for lists and trends without reading its chunks. */
export interface PageLoadRecord extends CacheFacts {
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
  /** What is stored of DevTools' network log; null where none was, and in page loads of older versions. */
  readonly networkLog?: NetworkLog | null;
  /** Of a page load from a HAR file, what that tells; absent in what was recorded. */
  readonly har?: HarPage;
  /** Grows with every change of the page load; what readers compare to know whether they are current. */
  readonly revision: number;
}

/** The cache's facts of a page load that has no entries yet. */
export function newCacheFacts(now: EpochMilliseconds): CacheFacts {
  return {
    entryCounts: {},
    summary: null,
    violations: null,
    bytes: { raw: 0, stored: 0, counted: true },
    lastUsedAt: now,
    baseline: false,
    sealState: 'raw',
    sealedChunks: 0,
    deletedAt: null,
  };
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
