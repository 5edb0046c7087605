import { type ReadonlySignal, signal } from '@preact/signals';
import type { PageLoadRecord } from '../../model/page-load.ts';
import type { SessionSource } from '../session-source.ts';

/** The stored records of one session, oldest first. */
export interface SessionPageLoads {
  readonly sessionId: string;
  readonly pageLoads: readonly PageLoadRecord[];
}

/** The page loads of the watched tab's session, kept current by notices. */
export interface SessionRecords {
  /** Null until the session has been told and read. */
  readonly session: ReadonlySignal<SessionPageLoads | null>;
  noteSession(sessionId: string): void;
  noteChanged(pageLoadId: string): void;
  /** Reads what notices have announced since the last time. Rejects when the source cannot be read, and may be called again. */
  refresh(): Promise<void>;
}

export function createSessionRecords(source: SessionSource): SessionRecords {
  const session = signal<SessionPageLoads | null>(null);
  let sessionId: string | null = null;
  let listed = true;
  let changed = new Set<string>();

  async function listAnew(id: string): Promise<void> {
    const noted = changed;
    changed = new Set();
    listed = true;
    try {
      session.value = { sessionId: id, pageLoads: await source.listPageLoads(id) };
    } catch (error) {
      listed = false;
      changed = new Set([...noted, ...changed]);
      throw error;
    }
  }

  async function readChanged(): Promise<void> {
    const noted = [...changed];
    if (noted.length === 0) return;
    changed = new Set();
    try {
      const records = new Map((await source.getPageLoads(noted)).map((record) => [record.pageLoadId, record]));
      const current = session.value;
      // Another session was told meanwhile: it is listed the next time.
      if (!current) return;
      session.value = { ...current, pageLoads: current.pageLoads.map((load) => records.get(load.pageLoadId) ?? load) };
    } catch (error) {
      changed = new Set([...noted, ...changed]);
      throw error;
    }
  }

  return {
    session,
    noteSession(id) {
      if (session.value && session.value.sessionId !== id) session.value = null;
      sessionId = id;
      listed = false;
    },
    noteChanged: (pageLoadId) => void changed.add(pageLoadId),
    async refresh() {
      if (sessionId === null) return;
      const known = new Set(session.value?.pageLoads.map((load) => load.pageLoadId));
      const hasNew = [...changed].some((pageLoadId) => !known.has(pageLoadId));
      if (!session.value || !listed || hasNew) await listAnew(sessionId);
      else await readChanged();
    },
  };
}
