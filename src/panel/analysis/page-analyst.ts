import type { PageLoadRecord } from '../../model/page-load.ts';
import type { EpochMilliseconds } from '../../model/units.ts';
import type { BudgetTerms } from '../state/budget-terms.ts';
import type { PageFigures } from '../state/page-figures.ts';
import type { SnapshotCacheStatistics } from '../state/snapshot-cache.ts';

/** A page load to bring up to date. */
export interface AnalystRequest {
  readonly pageLoad: PageLoadRecord;
  /** The documents of its frames. */
  readonly frames: readonly PageLoadRecord[];
  readonly terms: BudgetTerms;
  readonly now: EpochMilliseconds;
  /** Whether more of it will be asked for soon: then what was read of it is kept. */
  readonly isKept: boolean;
}

/** Reads and analyses page loads, wherever that is done. One at a time. */
export interface PageAnalyst {
  update(request: AnalystRequest): Promise<PageFigures>;
  /** How often the store need not be read for it. */
  statistics(): SnapshotCacheStatistics;
}
