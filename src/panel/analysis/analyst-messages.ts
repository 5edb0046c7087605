import type { Verdict } from '../../analysis/verdict.ts';
import type { Budget } from '../../model/budget.ts';
import type { PageLoadRecord } from '../../model/page-load.ts';
import type { EpochMilliseconds } from '../../model/units.ts';
import type { SnapshotCacheStatistics } from '../state/snapshot-cache.ts';
import type { AnalysisChange, AnalysisPart } from './analysis-change.ts';

/** A baseline sample with the values that limits of the terms ask for. */
export interface PlainSample {
  readonly pageLoadId: string;
  readonly sessionId: string;
  readonly timeOrigin: EpochMilliseconds;
  readonly pattern: string;
  readonly values: Readonly<Record<string, number>>;
}

/** What the panel asks its worker: to bring a page load up to date. */
export interface AnalystQuestion {
  readonly id: number;
  readonly pageLoad: PageLoadRecord;
  readonly frames: readonly PageLoadRecord[];
  readonly now: EpochMilliseconds;
  readonly isKept: boolean;
  /** Terms of another number are other terms. */
  readonly terms: {
    readonly number: number;
    readonly budgets: readonly Budget[];
    readonly samples: readonly PlainSample[];
  };
  /** Number of the answer that the panel still has of this page load; null when it has none. */
  readonly base: number | null;
}

/** What the worker says: parts first, then what they are of, or why it could not be made. */
export type AnalystAnswer =
  | { readonly id: number; readonly type: 'part'; readonly part: AnalysisPart }
  | {
      readonly id: number;
      readonly type: 'done';
      /** Whether the change is of the version named by the question; else it is of nothing. */
      readonly isOnBase: boolean;
      readonly change: AnalysisChange;
      readonly verdict: Verdict;
      readonly entries: number;
      readonly statistics: SnapshotCacheStatistics;
    }
  | {
      readonly id: number;
      readonly type: 'failed';
      readonly message: string;
      /** The worker cannot open the database at all. */
      readonly isUnavailable: boolean;
    };
