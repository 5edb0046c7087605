import { type ReadonlySignal, signal } from '@preact/signals';
import type { CacheLimits, StoredSession, StoreStatistics } from '../../model/cache.ts';
import { DEFAULT_SETTINGS } from '../../model/settings.ts';
import { onSettingsChange, readSettings, writeSettings } from '../../store/settings.ts';
import type { StorageSource } from '../session-source.ts';
import { type StoreChanges, storeChangesOf } from './store-changes.ts';

/** What the storage view shows, and what it can have changed. */
export interface StorageState extends Pick<StoreChanges, 'deleted' | 'failure' | 'pin' | 'markBaseline' | 'remove'> {
  readonly statistics: ReadonlySignal<StoreStatistics | null>;
  /** Null until they are read. */
  readonly sessions: ReadonlySignal<readonly StoredSession[] | null>;
  readonly limits: ReadonlySignal<CacheLimits>;
  /** Reads everything anew. */
  refresh(): Promise<void>;
  setLimits(limits: CacheLimits): Promise<void>;
  dispose(): void;
}

/** The state of the storage view over a store. What fails is told in `failure`; nothing here rejects. */
export function createStorageState(source: StorageSource): StorageState {
  const statistics = signal<StoreStatistics | null>(null);
  const sessions = signal<readonly StoredSession[] | null>(null);
  const limits = signal<CacheLimits>(DEFAULT_SETTINGS.cacheLimits);
  const changes = storeChangesOf(source);

  async function read(): Promise<void> {
    const [account, list, settings] = await Promise.all([source.statistics(), source.listSessions(), readSettings()]);
    statistics.value = account;
    sessions.value = list;
    limits.value = settings.cacheLimits;
  }

  const stops = [
    changes.onChanged(read),
    onSettingsChange((settings) => {
      limits.value = settings.cacheLimits;
    }),
  ];

  return {
    ...changes,
    statistics,
    sessions,
    limits,
    refresh: () => changes.attempt(read),
    setLimits: (cacheLimits) => changes.change(() => writeSettings({ cacheLimits })),
    dispose() {
      for (const stop of stops) stop();
    },
  };
}
