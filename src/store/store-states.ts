import type { LossKind, StoreLoss, StoreState, StoreTrouble } from '../model/store-state.ts';

/** What is wrong with the store at the moment, each trouble once. */
export interface StoreStates {
  set(kind: Exclude<StoreTrouble, 'lost' | 'blocked'>, detail?: string): void;
  setLost(loss: StoreLoss): void;
  /** `pages` are those of ours that may keep the database. */
  setBlocked(pages: readonly string[]): void;
  clear(kind: StoreTrouble): void;
  all(): readonly StoreState[];
}

/** `onChange` is called when anything changed. */
export function createStoreStates(onChange: (states: readonly StoreState[]) => void): StoreStates {
  const states = new Map<StoreTrouble, string>();
  const all = () => [...states].map(([kind, message]) => ({ kind, message }));

  function put(kind: StoreTrouble, message: string): void {
    if (states.get(kind) === message) return;
    states.set(kind, message);
    onChange(all());
  }

  return {
    set: (kind, detail = '') => put(kind, SENTENCES[kind](detail)),
    setLost: ({ kind, at }) => put('lost', `${LOSSES[kind]} Noticed on ${new Date(at).toLocaleString()}. ${GOES_ON}`),
    setBlocked: (pages) => put('blocked', blockedBy(pages)),
    clear(kind) {
      if (states.delete(kind)) onChange(all());
    },
    all,
  };
}

const SENTENCES: Readonly<Record<Exclude<StoreTrouble, 'lost' | 'blocked'>, (detail: string) => string>> = {
  limited: () =>
    'The disk or the browser’s quota is full: new entries wait in their pages, vitals and counters are kept. Free disk space or delete page loads; recording then catches up by itself.',
  memory: () =>
    'The browser’s database cannot be opened (a private window, switched off, or damaged), so the log is in memory only and ends with the browser. Export what you want to keep. If this stays, remove the extension and install it anew.',
  'newer-version': () =>
    'The log was written by a newer Vitalog. It stays as it is: this version neither reads it nor adds to it. Update the extension, then load your pages anew.',
  failed: (detail) =>
    `The browser’s database refused a write (${detail}), so new entries wait. Recording tries again by itself; reload the extension if this stays.`,
};

const LOSSES: Readonly<Record<LossKind, string>> = {
  emptied: 'The stored log is gone: the browser’s data was cleared, or the browser evicted it.',
  corrupted: 'The stored log was damaged on the disk, and the browser threw it away.',
  unreadable:
    'The stored log was damaged on the disk and cannot be opened any more, so a new one was begun beside it. Its files take up room until you remove the extension.',
  damaged:
    'Part of the stored log was damaged on the disk: entries are missing, which the ledgers of their page loads count, or whole page loads are.',
};

const GOES_ON = 'Recording goes on; open pages are recorded from here on. Export sessions that you want to keep.';

function blockedBy(pages: readonly string[]): string {
  const which = pages.length > 0 ? `Close ${pages.join(', ')}` : 'Close other Vitalog pages and DevTools windows';
  return `Another page of Vitalog keeps the database from opening, so nothing is stored for now. ${which}; entries wait until then.`;
}
