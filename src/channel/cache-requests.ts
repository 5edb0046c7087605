import type { CacheChange, DeletionScope } from '../model/cache.ts';
import type { EpochMilliseconds } from '../model/units.ts';
import type { CacheRequest, DoneMessage, HoldMessage } from './panel-messages.ts';

/** What a page of ours can have changed in the store. Each resolves when the change is on the disk, and rejects with a sentence. */
export interface CacheRequests {
  /** Pins a session or lets go of it: what is pinned stays beyond every limit. */
  pinSession(sessionId: string, pinned: boolean): Promise<void>;
  markBaseline(pageLoadId: string, baseline: boolean): Promise<void>;
  /** Notes that a page load is looked at, so that it is not the next to go. */
  noteUse(pageLoadId: string): Promise<void>;
  /** Deletes at once, but can be undone until this page is closed. */
  remove(scope: DeletionScope): Promise<UndoableDeletion>;
}

export interface UndoableDeletion {
  /** Page loads of top documents. */
  readonly pageLoads: number;
  undo(): Promise<void>;
}

/** The requests, and what the port they travel on has to tell them. */
export interface CacheRequestsOnPort extends CacheRequests {
  /** A new connection: what was not answered is asked again, and deletions of before are held on. */
  onConnect(post: (message: CacheRequest | HoldMessage) => void): void;
  onDone(message: DoneMessage): void;
}

interface Pending {
  readonly message: CacheRequest;
  readonly resolve: (pageLoads: number) => void;
  readonly reject: (error: Error) => void;
}

export function createCacheRequests(post: (message: CacheRequest) => void): CacheRequestsOnPort {
  const pending = new Map<number, Pending>();
  const held = new Set<EpochMilliseconds>();
  let last = 0;

  function ask(change: CacheChange): Promise<number> {
    last += 1;
    const message: CacheRequest = { type: 'cache', request: last, change };
    return new Promise((resolve, reject) => {
      pending.set(message.request, { message, resolve, reject });
      post(message);
    });
  }

  /** A moment of its own for each deletion, since it names it. */
  function newMark(): EpochMilliseconds {
    let mark = Date.now();
    while (held.has(mark)) mark += 1;
    held.add(mark);
    return mark;
  }

  return {
    pinSession: async (sessionId, pinned) => void (await ask({ kind: 'pin', sessionId, pinned })),
    markBaseline: async (pageLoadId, baseline) => void (await ask({ kind: 'baseline', pageLoadId, baseline })),
    noteUse: async (pageLoadId) => void (await ask({ kind: 'use', pageLoadId })),
    async remove(scope) {
      const mark = newMark();
      const pageLoads = await ask({ kind: 'delete', scope, mark });
      return { pageLoads, undo: async () => void (await ask({ kind: 'restore', mark })) };
    },
    onConnect(postNow) {
      if (held.size > 0) postNow({ type: 'hold', marks: [...held] });
      for (const { message } of pending.values()) postNow(message);
    },
    onDone({ request, pageLoads, error }) {
      const asked = pending.get(request);
      if (error === null) asked?.resolve(pageLoads);
      else asked?.reject(new Error(error));
      pending.delete(request);
    },
  };
}
