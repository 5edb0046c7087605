/** An entry to be sealed: live, as text, or null for one that only counts. */
export type Waiting = PerformanceEntry | string | null;

/**
 * Entries on their way from the browser into chunks, the oldest first. One stays until it is known to be sealed: Firefox cuts
 * scripts off wherever they are when it ends the process of the last tab that is closed (dom.abort_script_on_child_shutdown),
 * and the next listener finds everything where it was.
 */
export interface WaitingEntries {
  readonly length: number;
  /** Takes all of them or, cut off, none. */
  add(entries: readonly Waiting[], type: string): void;
  /** All of them, and the entry type of each. */
  all(): { readonly entries: readonly Waiting[]; readonly types: readonly string[] };
  /** Entries up to number `made`, counted from the document's first, are in chunks. */
  sealed(made: number): void;
  clear(): void;
}

export function createWaitingEntries(): WaitingEntries {
  let live: readonly Waiting[] = [];
  /** Their entry types: members of entries are calls into the browser. */
  let types: readonly string[] = [];
  let first = 0;
  return {
    get length() {
      return live.length;
    },
    add(entries, type) {
      const added = entries.map(() => type);
      live = live.concat(entries);
      types = types.concat(added);
    },
    all: () => ({ entries: live, types }),
    sealed(made) {
      if (made === first) return;
      live = live.slice(made - first);
      types = types.slice(made - first);
      first = made;
    },
    clear() {
      live = [];
      types = [];
    },
  };
}
