import { type AnalysisMemo, createAnalysisMemo } from '../../analysis/analysis-memo.ts';
import type { SessionSource } from '../session-source.ts';
import { createSnapshotCache, type SnapshotCache } from './snapshot-cache.ts';

/** Analyses that stay in memory: as many as the list of page loads sums up. */
const MAX_ANALYSES = 50;

/** What the panel need not read or analyse again, for its views and its exports. */
export interface PanelMemory {
  readonly snapshots: SnapshotCache;
  readonly analyses: AnalysisMemo;
}

export function createPanelMemory(source: Pick<SessionSource, 'readEntries'>): PanelMemory {
  return { snapshots: createSnapshotCache(source), analyses: createAnalysisMemo(MAX_ANALYSES) };
}
