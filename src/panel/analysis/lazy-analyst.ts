import type { SnapshotCache } from '../state/snapshot-cache.ts';
import type { AnalystSource } from './local-analyst.ts';
import type { PageAnalyst } from './page-analyst.ts';

/** An analyst on this thread, whose code is loaded when it is first asked. */
export function createLazyAnalyst(source: AnalystSource, snapshots: SnapshotCache): PageAnalyst {
  let loading: Promise<PageAnalyst> | null = null;
  return {
    async update(request) {
      loading ??= import('./local-analyst.ts').then(({ createLocalAnalyst }) => createLocalAnalyst(source, snapshots));
      return (await loading).update(request);
    },
    statistics: snapshots.statistics,
  };
}
