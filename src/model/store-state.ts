import type { EpochMilliseconds } from './units.ts';

/**
 * What can be wrong with the store. `limited`: no room for entries, vitals and counters go on; `memory`: the database cannot be
 * opened, the log is kept in memory; `lost`: what was stored is gone or damaged; `newer-version`: a newer Vitalog wrote it;
 * `blocked`: another page keeps it from opening; `failed`: it refused a write for another reason.
 */
export type StoreTrouble = 'limited' | 'memory' | 'lost' | 'newer-version' | 'blocked' | 'failed';

/** A trouble, and a sentence for the user that says what to do about it. */
export interface StoreState {
  readonly kind: StoreTrouble;
  readonly message: string;
}

/**
 * How a stored log was lost: `emptied` (cleared or evicted), `corrupted` (the browser threw it away), `unreadable` (it cannot be
 * opened, and another was begun), `damaged` (rows are missing).
 */
export type LossKind = 'emptied' | 'corrupted' | 'unreadable' | 'damaged';

/** When it was noticed that stored rows are gone. */
export interface StoreLoss {
  readonly kind: LossKind;
  readonly at: EpochMilliseconds;
}
