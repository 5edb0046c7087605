import { type ReadonlySignal, signal } from '@preact/signals';
import type { DeletionScope } from '../../model/cache.ts';
import type { StorageSource } from '../session-source.ts';
import { deletedText } from './storage-text.ts';

/** What was deleted and can still be had back. */
export interface Deleted {
  readonly text: string;
  undo(): Promise<void>;
}

/** What views have changed in the store. What fails is told in `failure`; nothing here rejects. */
export interface StoreChanges {
  /** The last deletions, newest first. */
  readonly deleted: ReadonlySignal<readonly Deleted[]>;
  /** What went wrong last, as a sentence; null when nothing did. */
  readonly failure: ReadonlySignal<string | null>;
  /** Does what may fail. */
  attempt(work: () => Promise<void>): Promise<void>;
  /** Changes the store, then has everything read anew. */
  change(work: () => Promise<void>): Promise<void>;
  pin(sessionId: string, pinned: boolean): Promise<void>;
  markBaseline(pageLoadId: string, baseline: boolean): Promise<void>;
  /** `count`: the page loads that it deletes, where the store does not count them (of some only the summary is left). */
  remove(scope: DeletionScope, count?: number): Promise<void>;
  /** Calls back after each change, and waits for it; returns what ends that. */
  onChanged(read: () => Promise<void>): () => void;
}

/** Deletions can be undone for as long as the panel is open, whichever view is looked at meanwhile. */
const known = new WeakMap<StorageSource, StoreChanges>();

/** The changes of a store, the same for every view. */
export function storeChangesOf(source: StorageSource): StoreChanges {
  const changes = known.get(source) ?? createStoreChanges(source);
  known.set(source, changes);
  return changes;
}

function createStoreChanges(source: StorageSource): StoreChanges {
  const deleted = signal<readonly Deleted[]>([]);
  const failure = signal<string | null>(null);
  const readers = new Set<() => Promise<void>>();

  async function attempt(work: () => Promise<void>): Promise<void> {
    try {
      await work();
      failure.value = null;
    } catch (error) {
      failure.value = error instanceof Error ? error.message : String(error);
    }
  }

  const change = (work: () => Promise<void>) =>
    attempt(async () => {
      await work();
      await Promise.all([...readers].map((read) => read()));
    });

  return {
    deleted,
    failure,
    attempt,
    change,
    pin: (sessionId, pinned) => change(() => source.pinSession(sessionId, pinned)),
    markBaseline: (pageLoadId, baseline) => change(() => source.markBaseline(pageLoadId, baseline)),
    remove: (scope, count = 0) =>
      change(async () => {
        const { pageLoads, undo } = await source.remove(scope);
        const gone = Math.max(pageLoads, count);
        if (gone === 0) return;
        const entry: Deleted = {
          text: deletedText(gone),
          undo: () =>
            change(async () => {
              await undo();
              deleted.value = deleted.value.filter((other) => other !== entry);
            }),
        };
        deleted.value = [entry, ...deleted.value];
      }),
    onChanged(read) {
      readers.add(read);
      return () => readers.delete(read);
    },
  };
}
