import { EMPTY_ACCOUNT } from '../../src/model/cache.ts';
import type { PageLoadRecord } from '../../src/model/page-load.ts';
import type { HistoryRecord } from '../../src/model/page-load-summary.ts';
import type { SessionSource, StorageSource } from '../../src/panel/session-source.ts';
import { sessionsOf } from '../../src/store/overview.ts';

/** A store in memory behind a recorded source: what is pinned, marked and deleted there is so until the page is loaded again. */
export function withStorage(
  source: SessionSource,
  records: readonly PageLoadRecord[],
  history: readonly HistoryRecord[],
): SessionSource {
  const stored = new Map(records.map((record) => [record.pageLoadId, record]));
  const deleted = new Set<string>();
  const pins = new Set<string>();
  const isThere = ({ pageLoadId }: { readonly pageLoadId: string }) => !deleted.has(pageLoadId);
  const newestFirst = <T extends { readonly pageLoadId: string; readonly timeOrigin: number }>(all: readonly T[]) =>
    all.filter(isThere).toSorted((a, b) => b.timeOrigin - a.timeOrigin);
  const all = () => [...stored.values()].filter(isThere);
  const storage: StorageSource = {
    async statistics() {
      const storedBytes = all().reduce((sum, { bytes }) => sum + bytes.stored, 0);
      const rawBytes = all().reduce((sum, { bytes }) => sum + bytes.raw, 0);
      const rows = { pageLoads: all().length, history: history.filter(isThere).length };
      return { ...EMPTY_ACCOUNT, pageLoads: all().length, rawBytes, storedBytes, rows };
    },
    listSessions: async () => sessionsOf(all(), [...pins]),
    listPageLoadKeys: async () => ({
      pageLoads: newestFirst(all()).map(({ pageLoadId }) => pageLoadId),
      history: newestFirst(history).map(({ pageLoadId }) => pageLoadId),
      pins: [...pins],
    }),
    getHistory: async (ids) => history.filter((record) => ids.includes(record.pageLoadId) && isThere(record)),
    async pinSession(sessionId, pinned) {
      if (pinned) pins.add(sessionId);
      else pins.delete(sessionId);
    },
    async markBaseline(pageLoadId, baseline) {
      const record = stored.get(pageLoadId);
      if (record) stored.set(pageLoadId, { ...record, baseline });
    },
    noteUse: async () => {},
    async remove(scope) {
      const ids = scope.kind === 'page-loads' ? scope.pageLoadIds : all().map(({ pageLoadId }) => pageLoadId);
      for (const id of ids) deleted.add(id);
      return {
        pageLoads: ids.length,
        undo: async () => {
          for (const id of ids) deleted.delete(id);
        },
      };
    },
  };
  return {
    ...source,
    storage,
    listPageLoads: async (sessionId) => all().filter((record) => record.sessionId === sessionId),
    getPageLoads: async (ids) =>
      ids.map((id) => stored.get(id)).filter((record) => record !== undefined && isThere(record)) as PageLoadRecord[],
  };
}
