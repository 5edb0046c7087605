import { loadHostNames } from '../host-names.ts';
import type { SessionSource } from '../session-source.ts';
import type { BudgetTerms } from '../state/budget-terms.ts';
import { type FiguresFollower, followPageLoad } from '../state/page-figures.ts';
import { createSessionAnalyses } from '../state/session-analyses.ts';
import { contextOf } from '../state/session-samples.ts';
import type { SnapshotCache } from '../state/snapshot-cache.ts';
import type { PageAnalyst } from './page-analyst.ts';

/** Page loads whose entries stay in memory: the one shown and those one goes back and forth to. */
const MAX_FOLLOWED = 3;

/** What an analyst reads from. */
export type AnalystSource = Pick<SessionSource, 'readEntries' | 'readRequests' | 'analysisOf'>;

interface Followed {
  readonly follower: FiguresFollower;
  readonly terms: BudgetTerms;
}

/** An analyst on the thread that calls it. What is not kept is read, analysed and let go of, so that a long session fits into memory. */
export function createLocalAnalyst(source: AnalystSource, snapshots: SnapshotCache): PageAnalyst {
  const analyses = createSessionAnalyses();
  const followed = new Map<string, Followed>();

  function keep(pageLoadId: string, one: Followed): void {
    followed.set(pageLoadId, one);
    const [oldest] = followed.keys();
    if (followed.size > MAX_FOLLOWED && oldest !== undefined) followed.delete(oldest);
  }

  return {
    async update({ pageLoad, frames, terms, now, isKept }) {
      const hosts = await loadHostNames();
      const known = followed.get(pageLoad.pageLoadId);
      const follower =
        known?.terms === terms
          ? known.follower
          : followPageLoad(source, snapshots, contextOf(pageLoad, analyses, terms, hosts));
      followed.delete(pageLoad.pageLoadId);
      const figures = await follower.update(pageLoad, frames, now);
      if (isKept) keep(pageLoad.pageLoadId, { follower, terms });
      analyses.note(pageLoad, figures.analysis);
      return figures;
    },
    statistics: snapshots.statistics,
  };
}
