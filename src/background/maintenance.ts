import type { EpochMilliseconds } from '../model/units.ts';
import { enforceLimits } from '../store/retention.ts';
import { sealPageLoad, unsealedPageLoads } from '../store/seal.ts';
import { readSettings } from '../store/settings.ts';
import { purgeDeleted } from '../store/tombstones.ts';
import { createSummarizer } from './summarize.ts';

/** Without a commit for so long there is time to tidy up; the worker lives on for 30 s after its last event. */
const QUIET_MS = 10_000;
/** Where it never gets quiet, tidying up waits no longer than this. */
const AT_LATEST_MS = 60_000;
/** A slice blocks the worker for some 40 ms; so long it then leaves to the ingest. */
const PAUSE_MS = 50;

/** Keeps the store tidy in the background: seals what has ended, deletes what is beyond the limits or was deleted by the user. */
export interface Maintenance {
  /** Something was written: tidies up when it gets quiet. */
  noteCommit(): void;
  /** Tidies up now; one run at a time. Resolves when it is done. */
  run(): Promise<void>;
}

/** What the maintenance asks and tells. */
export interface MaintenanceListeners {
  /** Deletions that their panel may still take back. */
  held(): ReadonlySet<EpochMilliseconds>;
  /** Page loads are gone from the disk. */
  onDeleted(pageLoadIds: readonly string[]): void;
}

/** No alarm wakes the worker for it: it starts with the worker, and whatever is left waits for the next start. */
export function createMaintenance({ held, onDeleted }: MaintenanceListeners): Maintenance {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let lastRun = Date.now();
  let running: Promise<void> | null = null;

  async function tidyUp(): Promise<void> {
    const purged = await purgeDeleted(held());
    for (const pageLoadId of await unsealedPageLoads(Date.now() - QUIET_MS)) {
      // One that cannot be read stays as it is, and is no reason to leave the others.
      await sealPageLoad(pageLoadId, createSummarizer(), pause).catch(() => false);
    }
    const { cacheLimits } = await readSettings();
    const { pageLoadIds } = await enforceLimits(cacheLimits, Date.now());
    const deleted = [...purged, ...pageLoadIds];
    if (deleted.length > 0) onDeleted(deleted);
  }

  function run(): Promise<void> {
    running ??= tidyUp().finally(() => {
      lastRun = Date.now();
      running = null;
    });
    return running;
  }

  return {
    noteCommit() {
      clearTimeout(timer);
      const wait = Math.min(QUIET_MS, Math.max(0, lastRun + AT_LATEST_MS - Date.now()));
      // What failed is tried again after the next commit, and the ingest tells of a store that fails.
      timer = setTimeout(() => void run().catch(() => {}), wait);
    },
    run,
  };
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
}
