import type { Budget } from './budget.ts';
import { type CacheLimits, DEFAULT_CACHE_LIMITS } from './cache.ts';

/** Where page loads are recorded: everywhere, in tabs with DevTools open, or on the sites of a list. */
export const RECORD_MODES = ['all', 'devtools', 'listed'] as const;
export type RecordMode = (typeof RECORD_MODES)[number];

/** What the user chose. Sites are patterns (see `isSitePattern`). */
export interface Settings {
  readonly record: RecordMode;
  /** The sites that mode `listed` records. */
  readonly listed: readonly string[];
  /** The sites that are not recorded, whatever the mode. */
  readonly paused: readonly string[];
  /** Whether script errors are recorded, which takes a script that the page can see. */
  readonly scriptErrors: boolean;
  /** The user's budgets; null while there are none and the Starter budget applies. An empty list means no budget at all. */
  readonly budgets: readonly Budget[] | null;
  /** How much the store keeps, and for how long. */
  readonly cacheLimits: CacheLimits;
}

export const DEFAULT_SETTINGS: Settings = {
  record: 'all',
  listed: [],
  paused: [],
  scriptErrors: false,
  budgets: null,
  cacheLimits: DEFAULT_CACHE_LIMITS,
};
