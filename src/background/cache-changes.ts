import type { Runtime } from 'webextension-polyfill';
import type { CacheRequest, DoneMessage, HoldMessage } from '../channel/panel-messages.ts';
import type { CacheChange } from '../model/cache.ts';
import type { EpochMilliseconds } from '../model/units.ts';
import { markBaseline, noteUse, pinSession } from '../store/keep.ts';
import { markDeleted, restoreDeleted } from '../store/tombstones.ts';

/** A panel whose port broke is back within this time: its backoff ends at 5 s. */
const BACK_MS = 10_000;

/** Carries out what pages of ours ask to have changed in the store. */
export interface CacheChanges {
  serve(port: Runtime.Port, message: CacheRequest | HoldMessage): Promise<void>;
  /** A page is gone: what it deleted is final, unless it comes back in time. */
  closed(port: Runtime.Port): void;
  /** The deletions that may still be taken back. */
  held(): ReadonlySet<EpochMilliseconds>;
}

export interface CacheChangeListeners {
  /** Lists of page loads are not what they were. */
  onListsChanged(): Promise<void>;
  /** Deletions became final. */
  onFinal(): void;
}

export function createCacheChanges({ onListsChanged, onFinal }: CacheChangeListeners): CacheChanges {
  const marks = new Map<Runtime.Port, Set<EpochMilliseconds>>();

  function hold(port: Runtime.Port, held: readonly EpochMilliseconds[]): void {
    marks.set(port, new Set([...(marks.get(port) ?? []), ...held]));
  }

  return {
    async serve(port, message) {
      if (message.type === 'hold') return hold(port, message.marks);
      // Held before it is marked, so that no purge comes in between.
      if (message.change.kind === 'delete') hold(port, [message.change.mark]);
      const outcome = await apply(message.change).then(
        (pageLoads) => ({ pageLoads, error: null }),
        (error: unknown) => ({ pageLoads: 0, error: `The store could not be changed (${error}). Try it again.` }),
      );
      tell(port, { type: 'done', request: message.request, ...outcome });
      if (message.change.kind !== 'use') await onListsChanged();
    },
    closed(port) {
      if (!marks.has(port)) return;
      setTimeout(() => {
        marks.delete(port);
        onFinal();
      }, BACK_MS);
    },
    held: () => new Set([...marks.values()].flatMap((held) => [...held])),
  };
}

function tell(port: Runtime.Port, message: DoneMessage): void {
  try {
    port.postMessage(message);
  } catch {
    // It asks again when it is back.
  }
}

/** Resolves with the number of page loads that it deleted. */
async function apply(change: CacheChange): Promise<number> {
  switch (change.kind) {
    case 'pin':
      await pinSession(change.sessionId, change.pinned);
      return 0;
    case 'baseline':
      await markBaseline(change.pageLoadId, change.baseline);
      return 0;
    case 'use':
      await noteUse(change.pageLoadId, Date.now());
      return 0;
    case 'delete':
      return markDeleted(change.scope, change.mark);
    case 'restore':
      await restoreDeleted(change.mark);
      return 0;
  }
}
