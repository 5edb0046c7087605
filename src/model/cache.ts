import type { Bytes, EpochMilliseconds, Milliseconds } from './units.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const MEGABYTE = 1_000_000;

/** What the store may hold. What is pinned or a baseline stays beyond them; all else goes, the longest unused first. */
export interface CacheLimits {
  /** Time since a page load was last written to or looked at. */
  readonly maxAgeMs: Milliseconds;
  /** Bytes of entries as stored, by our own account: what the browser estimates is not the truth. */
  readonly maxBytes: Bytes;
  /** Page loads, those of frames included. */
  readonly maxPageLoads: number;
  /** How long the summary of a page load outlives it, from its start on. */
  readonly historyMaxAgeMs: Milliseconds;
}

export const DEFAULT_CACHE_LIMITS: CacheLimits = {
  maxAgeMs: 30 * DAY_MS,
  maxBytes: 256 * MEGABYTE,
  maxPageLoads: 2000,
  historyMaxAgeMs: 365 * DAY_MS,
};

/** What a clean-up took away. */
export interface Deletion {
  /** Page loads, those of frames included. */
  readonly pageLoadIds: readonly string[];
  /** What their entries took in the store. */
  readonly bytes: Bytes;
  /** Summaries that were too old. */
  readonly history: number;
}

/** The store's own account, exact at every commit. */
export interface CacheAccount {
  readonly pageLoads: number;
  /** Entries as JSON, and as stored. */
  readonly rawBytes: Bytes;
  readonly storedBytes: Bytes;
  /** What had to go by itself since the store was made; what the user deleted is not counted. */
  readonly evictedPageLoads: number;
  readonly evictedBytes: Bytes;
}

export const EMPTY_ACCOUNT: CacheAccount = {
  pageLoads: 0,
  rawBytes: 0,
  storedBytes: 0,
  evictedPageLoads: 0,
  evictedBytes: 0,
};

/** The account with the rows of each table. */
export interface StoreStatistics extends CacheAccount {
  readonly rows: Readonly<Record<string, number>>;
}

/** A session as the store knows it: what a list of sessions shows. */
export interface StoredSession {
  readonly sessionId: string;
  readonly startedAt: EpochMilliseconds;
  readonly lastUsedAt: EpochMilliseconds;
  /** Page loads of top documents. */
  readonly pageLoads: number;
  readonly bytes: Bytes;
  /** Title and URL of its newest page load. */
  readonly title: string;
  readonly url: string;
  /** Kept until it is unpinned. */
  readonly pinned: boolean;
}

/** What the user deletes: page loads of top documents, a whole session, all that began before a moment, or everything. */
export type DeletionScope =
  | { readonly kind: 'page-loads'; readonly pageLoadIds: readonly string[] }
  | { readonly kind: 'session'; readonly sessionId: string }
  | { readonly kind: 'before'; readonly before: EpochMilliseconds }
  | { readonly kind: 'all' };

/**
 * What a page of ours may have changed in the store. Each may be asked for again. `mark`, the moment of a deletion, names it: it can
 * be taken back by that name until the page that asked for it is closed.
 */
export type CacheChange =
  | { readonly kind: 'pin'; readonly sessionId: string; readonly pinned: boolean }
  | { readonly kind: 'baseline'; readonly pageLoadId: string; readonly baseline: boolean }
  | { readonly kind: 'use'; readonly pageLoadId: string }
  | { readonly kind: 'delete'; readonly scope: DeletionScope; readonly mark: EpochMilliseconds }
  | { readonly kind: 'restore'; readonly mark: EpochMilliseconds };
