import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { PageLoadRecord } from '../../model/page-load.ts';
import type { SessionSource } from '../session-source.ts';

/** The stored records of one session, oldest first. */
export interface SessionPageLoads {
  readonly sessionId: string;
  readonly pageLoads: readonly PageLoadRecord[];
}

/** The page loads of one session: the watched tab's, kept current by notices, or another that is shown in its place. */
export interface SessionRecords {
  /** Null until the session has been told and read. */
  readonly session: ReadonlySignal<SessionPageLoads | null>;
  /** The session of the tab; null until it is told. */
  readonly told: ReadonlySignal<string | null>;
  noteSession(sessionId: string): void;
  noteChanged(pageLoadId: string): void;
  /** Has another stored session shown; null: that of the tab. Answers whether that is a change. */
  show(sessionId: string | null): boolean;
  /** Reads what notices have announced since the last time. Rejects when the source cannot be read, and may be called again. */
  refresh(): Promise<void>;
}

export function createSessionRecords(source: SessionSource): SessionRecords {
  const session = signal<SessionPageLoads | null>(null);
  const told = signal<string | null>(null);
  const shown = signal<string | null>(null);
  const wanted = computed(() => shown.value ?? told.value);
  let listed = true;
  let changed = new Set<string>();

  function listLater(): void {
    if (session.value && session.value.sessionId !== wanted.value) session.value = null;
    listed = false;
  }

  async function listAnew(id: string): Promise<void> {
    const noted = changed;
    changed = new Set();
    listed = true;
    try {
      const pageLoads = await source.listPageLoads(id);
      // Another session was asked for meanwhile: it is listed the next time.
      if (wanted.value === id) session.value = { sessionId: id, pageLoads };
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
    told,
    noteSession(id) {
      told.value = id;
      listLater();
    },
    noteChanged(pageLoadId) {
      // Notices are of the tab's page loads, which are listed anew when they are shown again.
      if (wanted.value === told.value) changed.add(pageLoadId);
    },
    show(sessionId) {
      if (sessionId === shown.value) return false;
      shown.value = sessionId;
      changed = new Set();
      listLater();
      return true;
    },
    async refresh() {
      if (wanted.value === null) return;
      const known = new Set(session.value?.pageLoads.map((load) => load.pageLoadId));
      const hasNew = [...changed].some((pageLoadId) => !known.has(pageLoadId));
      if (!session.value || !listed || hasNew) await listAnew(wanted.value);
      else await readChanged();
    },
  };
}
