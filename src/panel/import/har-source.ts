import { HAR_SESSION_ID } from '../../report/import/har/har-page-load.ts';
import type { HarSession } from '../../report/import/har/har-session.ts';
import type { SessionSource } from '../session-source.ts';
import { tellSession } from './tell-session.ts';

/** The page loads of a HAR file, analysed here as recorded ones are: nothing in them changes, and nothing of them is stored. */
export function createHarSource({ level, snapshots }: HarSession): SessionSource {
  const loads = new Map(snapshots.map((snapshot) => [snapshot.pageLoad.pageLoadId, snapshot]));
  const records = snapshots.map(({ pageLoad }) => pageLoad);
  return {
    redacted: level,
    listPageLoads: async () => records,
    getPageLoads: async (pageLoadIds) => records.filter(({ pageLoadId }) => pageLoadIds.includes(pageLoadId)),
    async readEntries(pageLoadId, fromChunk = 0) {
      return { entries: fromChunk === 0 ? (loads.get(pageLoadId)?.entries ?? []) : [], nextChunk: 1 };
    },
    async readRequests(pageLoadId, known) {
      const isRead = known?.has(pageLoadId) ?? false;
      return { requests: isRead ? [] : (loads.get(pageLoadId)?.requests ?? []), batches: [pageLoadId] };
    },
    subscribe: tellSession(HAR_SESSION_ID),
  };
}
