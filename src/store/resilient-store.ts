import type { StoreState } from '../model/store-state.ts';
import { checkRows } from './check-rows.ts';
import { superviseDatabase, withDatabase } from './database.ts';
import { createDiskStore } from './disk-store.ts';
import { checkEpoch, forgetLoss, readLoss } from './epoch.ts';
import { createLimitedStore } from './limited-store.ts';
import { createMemoryStore } from './memory-store.ts';
import { moveDatabase } from './move-database.ts';
import type { DecideIn, PageLoadStore } from './page-load-store.ts';
import { evictOldest } from './retention.ts';
import { failureOf, type StoreFailure } from './store-failure.ts';
import { createStoreStates } from './store-states.ts';

/** While there is no room, a small write is tried this often: recording goes on within a second of there being some. */
const PROBE_MS = 500;
/** Room that was gone again so soon was too little; then the wait doubles, since every failed write makes the files larger. */
const RELAPSE_MS = 10_000;
const MAX_WAIT_MS = 30_000;
/** How often the database is tried again that could not be opened. */
const REOPEN_MS = 5000;
/** After so many times it is given up, and another one begun: before the worker, without events, falls asleep and loses its memory. */
const MAX_FAILED_OPENINGS = 2;
/** What is freed when the quota is used up: two dozen ordinary page loads' entries. */
const BYTES_TO_EVICT = 4 * 1024 * 1024;

/** A store that goes on when the disk does not. */
export interface ResilientStore extends PageLoadStore {
  /** Names the store of the moment. */
  epoch(): string;
  /** Not everything can be kept at the moment. */
  isLimited(): boolean;
  states(): readonly StoreState[];
  /** The user has read that rows were lost. */
  lossRead(): Promise<void>;
}

export interface ResilientStoreOptions {
  onStates(states: readonly StoreState[]): void;
  /** There is another store, or room again: collectors must say hello, and readers read, anew. */
  onRenewed(): void;
  /** Page loads of documents that are open: never evicted. */
  liveIds(): ReadonlySet<string>;
  /** Pages of ours that are open, in words for the user. */
  openPages(): Promise<readonly string[]>;
}

/**
 * The store of the background. On disk while that works; without room only page loads' records, entries being refused; in memory
 * while the database cannot be opened. It returns to the disk by itself.
 */
export function createResilientStore({
  onStates,
  onRenewed,
  liveIds,
  openPages,
}: ResilientStoreOptions): ResilientStore {
  const memoryEpoch = crypto.randomUUID();
  let diskEpoch = '';
  let mode: 'disk' | 'limited' | 'memory' = 'disk';
  let wait = PROBE_MS;
  /** How often it could not be opened, one time after the other. */
  let failedOpenings = 0;
  let isMoved = false;
  let roomSince = Number.NEGATIVE_INFINITY;
  const epoch = () => (mode === 'memory' ? memoryEpoch : diskEpoch);
  const states = createStoreStates(onStates);
  const disk = createDiskStore(() => ({ epoch: diskEpoch, limited: false }));
  const memory = createMemoryStore({ epoch: memoryEpoch, limited: false });
  const limited = createLimitedStore(disk, () => diskEpoch);
  /** What has to end before the next commit: a change of mode. */
  let settling: Promise<void> = start();

  superviseDatabase({
    async prepare(database, { corrupted }) {
      const check = await checkEpoch(database, isMoved ? 'unreadable' : corrupted ? 'corrupted' : 'emptied');
      const isOther = diskEpoch !== '' && diskEpoch !== check.epoch;
      diskEpoch = check.epoch;
      states.clear('newer-version');
      if (check.loss) states.setLost({ kind: check.loss, at: Date.now() });
      if (isOther) setTimeout(onRenewed);
    },
    async onBlocked(blocked) {
      if (blocked) states.setBlocked(await openPages().catch(() => []));
      else states.clear('blocked');
    },
    // Opened anew at once, so that a loss, or a newer version, is noticed while nothing is written.
    onClosed: () => void setTimeout(() => withDatabase(async () => {}).catch(tell)),
  });

  // Where the database cannot be read, the next commit tells.
  tellDamage().catch(() => {});

  async function start(): Promise<void> {
    const loss = await readLoss().catch(() => null);
    if (loss) states.setLost(loss);
    if (await limited.restore().catch(() => false)) enterLimited();
  }

  /** What is left of a damaged log is read anew. */
  async function tellDamage(): Promise<void> {
    const loss = await checkRows();
    if (!loss) return;
    states.setLost(loss);
    onRenewed();
  }

  async function commit(decisions: ReadonlyMap<string, DecideIn>): Promise<void> {
    await settling;
    if (mode === 'disk' && (await isWritten(decisions))) return;
    await (inMemory() ? memory : limited).commit(decisions);
  }

  /** Asked anew after a wait. */
  function inMemory(): boolean {
    return mode === 'memory';
  }

  /** Writes to the disk; false when the mode changed since that cannot be done. */
  async function isWritten(decisions: ReadonlyMap<string, DecideIn>, again = false): Promise<boolean> {
    try {
      await disk.commit(decisions);
      states.clear('failed');
      return true;
    } catch (error) {
      const failure = failureOf(error);
      if (failure === 'no-room') {
        if (!again && (await makeRoom(decisions))) return isWritten(decisions, true);
        enterLimited();
        return false;
      }
      if (failure === 'unavailable') {
        enterMemory();
        return false;
      }
      tell(error);
      throw error;
    }
  }

  async function makeRoom(decisions: ReadonlyMap<string, DecideIn>): Promise<boolean> {
    const keep = new Set([...liveIds(), ...decisions.keys()]);
    const { pageLoadIds } = await evictOldest(BYTES_TO_EVICT, keep).catch(() => ({ pageLoadIds: [] }));
    return pageLoadIds.length > 0;
  }

  function tell(error: unknown): void {
    if (failureOf(error) === 'newer-version') states.set('newer-version');
    else states.set('failed', error instanceof Error ? error.message || error.name : String(error));
  }

  function enterLimited(): void {
    wait = performance.now() - roomSince < RELAPSE_MS ? Math.min(wait * 2, MAX_WAIT_MS) : PROBE_MS;
    mode = 'limited';
    states.set('limited');
    setTimeout(tryDisk, wait);
  }

  function enterMemory(): void {
    mode = 'memory';
    states.set('memory');
    setTimeout(tryDisk, REOPEN_MS);
  }

  async function tryDisk(): Promise<void> {
    const hasRoom = (await isWritable()) || (await isMovable());
    if (!hasRoom) wait = PROBE_MS;
    settling = hasRoom ? returnToDisk() : Promise.resolve();
    await settling;
    if (mode !== 'disk') setTimeout(tryDisk, mode === 'memory' ? REOPEN_MS : wait);
  }

  async function isWritable(): Promise<boolean> {
    const failure = await probe();
    failedOpenings = failure === 'unavailable' ? failedOpenings + 1 : 0;
    return failure === null;
  }

  /** What cannot be opened may only be so for a moment; then it is given up. */
  async function isMovable(): Promise<boolean> {
    if (failedOpenings < MAX_FAILED_OPENINGS || !(await moveDatabase().catch(() => false))) return false;
    isMoved = true;
    return isWritable();
  }

  async function returnToDisk(): Promise<void> {
    try {
      await (mode === 'memory' ? moveToDisk() : limited.flush());
    } catch {
      return;
    }
    mode = 'disk';
    roomSince = performance.now();
    states.clear('memory');
    states.clear('limited');
    onRenewed();
  }

  /** What is on the disk already is of another time: the two cannot be told to be one. */
  async function moveToDisk(): Promise<void> {
    for (const { record, chunks } of memory.all()) {
      await disk.commit(new Map([[record.pageLoadId, (stored) => (stored ? null : { record, chunks })]]));
      memory.remove([record.pageLoadId]);
    }
  }

  const reader = () => (mode === 'memory' ? memory : mode === 'limited' ? limited : disk);
  return {
    commit,
    epoch,
    isLimited: () => mode === 'limited',
    states: states.all,
    async lossRead() {
      await forgetLoss();
      states.clear('lost');
    },
    listPageLoads: (sessionId) => reader().listPageLoads(sessionId),
    getPageLoad: (pageLoadId) => reader().getPageLoad(pageLoadId),
    readEntries: (pageLoadId, fromChunk) => (mode === 'memory' ? memory : disk).readEntries(pageLoadId, fromChunk),
    readDocuments: (pageLoadId) => (mode === 'memory' ? memory : disk).readDocuments(pageLoadId),
    openPageLoads: (belongs) => (mode === 'memory' ? memory : disk).openPageLoads(belongs),
    countPageLoads: (origin) => (mode === 'memory' ? memory : disk).countPageLoads(origin),
    async forgetOrigin(origin) {
      const inMemory = await memory.forgetOrigin(origin);
      return mode === 'memory' ? inMemory : inMemory + (await disk.forgetOrigin(origin));
    },
  };
}

/** A small durable write, which goes through when there is room for it; null then. */
async function probe(): Promise<StoreFailure | null> {
  try {
    await withDatabase(async (database) => {
      const transaction = database.transaction('meta', 'readwrite', { durability: 'strict' });
      await Promise.all([transaction.store.put({ key: 'probe', value: 'x'.repeat(1024) }), transaction.done]);
    });
    return null;
  } catch (error) {
    return failureOf(error);
  }
}
