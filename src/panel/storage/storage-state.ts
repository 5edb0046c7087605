import { type ReadonlySignal, signal } from '@preact/signals';
import type { CacheLimits, DeletionScope, StoredSession, StoreStatistics } from '../../model/cache.ts';
import { DEFAULT_SETTINGS } from '../../model/settings.ts';
import { onSettingsChange, readSettings, writeSettings } from '../../store/settings.ts';
import type { StorageSource } from '../session-source.ts';
import { deletedText } from './storage-text.ts';

/** What was deleted and can still be had back. */
export interface Deleted {
  readonly text: string;
  undo(): Promise<void>;
}

/** What the storage view shows, and what it can have changed. */
export interface StorageState {
  readonly statistics: ReadonlySignal<StoreStatistics | null>;
  /** Null until they are read. */
  readonly sessions: ReadonlySignal<readonly StoredSession[] | null>;
  readonly limits: ReadonlySignal<CacheLimits>;
  /** The last deletions, newest first. */
  readonly deleted: ReadonlySignal<readonly Deleted[]>;
  /** What went wrong last, as a sentence; null when nothing did. */
  readonly failure: ReadonlySignal<string | null>;
  /** Reads everything anew. */
  refresh(): Promise<void>;
  setLimits(limits: CacheLimits): Promise<void>;
  pin(sessionId: string, pinned: boolean): Promise<void>;
  markBaseline(pageLoadId: string, baseline: boolean): Promise<void>;
  remove(scope: DeletionScope): Promise<void>;
  dispose(): void;
}

/** The state of the storage view over a store. What fails is told in `failure`; nothing here rejects. */
export function createStorageState(source: StorageSource): StorageState {
  const statistics = signal<StoreStatistics | null>(null);
  const sessions = signal<readonly StoredSession[] | null>(null);
  const limits = signal<CacheLimits>(DEFAULT_SETTINGS.cacheLimits);
  const deleted = signal<readonly Deleted[]>([]);
  const failure = signal<string | null>(null);

  async function attempt(work: () => Promise<void>): Promise<void> {
    try {
      await work();
      failure.value = null;
    } catch (error) {
      failure.value = error instanceof Error ? error.message : String(error);
    }
  }

  async function read(): Promise<void> {
    const [account, list, settings] = await Promise.all([source.statistics(), source.listSessions(), readSettings()]);
    statistics.value = account;
    sessions.value = list;
    limits.value = settings.cacheLimits;
  }

  const change = (work: () => Promise<void>) =>
    attempt(async () => {
      await work();
      await read();
    });

  return {
    statistics,
    sessions,
    limits,
    deleted,
    failure,
    refresh: () => attempt(read),
    setLimits: (cacheLimits) => change(() => writeSettings({ cacheLimits })),
    pin: (sessionId, pinned) => change(() => source.pinSession(sessionId, pinned)),
    markBaseline: (pageLoadId, baseline) => change(() => source.markBaseline(pageLoadId, baseline)),
    remove: (scope) =>
      change(async () => {
        const { pageLoads, undo } = await source.remove(scope);
        if (pageLoads === 0) return;
        const entry: Deleted = {
          text: deletedText(pageLoads),
          undo: () =>
            change(async () => {
              await undo();
              deleted.value = deleted.value.filter((other) => other !== entry);
            }),
        };
        deleted.value = [entry, ...deleted.value];
      }),
    dispose: onSettingsChange((settings) => {
      limits.value = settings.cacheLimits;
    }),
  };
}
