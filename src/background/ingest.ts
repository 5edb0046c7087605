import type { CollectorMessage } from '../channel/messages.ts';
import type { Commit, DecideIn, StoreConditions } from '../store/page-load-store.ts';
import type { StoredPageLoad } from '../store/schema.ts';
import type { Change } from '../store/writer.ts';
import { applyMessage, type Circumstances, type Outcome } from './apply.ts';
import { createWaitingLoad, storeBusy } from './waiting-load.ts';

/** One message on its way into the store, and who waits for its fate. */
export interface Submission {
  readonly pageLoadId: string;
  readonly message: CollectorMessage;
  readonly at: Omit<Circumstances, keyof StoreConditions>;
  /** Called once, after the transaction is complete: the page load as it stands on disk. */
  onStored(stored: StoredPageLoad): void;
  /** Called once instead, when it was not taken or could not be written. */
  onRefused(reason: Refusal, stored: StoredPageLoad | undefined): void;
}

/** Why a message was not taken, or what kept it from being written. */
export type Refusal = NonNullable<Outcome['refused']> | Error;

/** What became of a submission inside a transaction. */
interface Decision {
  readonly submission: Submission;
  readonly outcome: Outcome;
  readonly stored: StoredPageLoad | undefined;
}

/** Takes submissions in; everything that waits goes into one transaction (group commit), in the order it came. */
export interface Ingest {
  submit(submission: Submission): void;
  /** Resolves when the fate of all that was submitted is known. */
  settled(): Promise<void>;
}

/** Who hears of what the ingest did. */
export interface IngestListeners {
  /** A transaction that changed this page load is complete. */
  onChanged(record: StoredPageLoad): void;
}

/** `commit` is the store's. Chunks that would have too much of one page load wait for the disk are refused, to come again. */
export function createIngest(commit: Commit, listeners: IngestListeners): Ingest {
  const load = createWaitingLoad();
  let waiting: Submission[] = [];
  let running: Promise<void> | null = null;

  async function run(): Promise<void> {
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      await write(batch, commit, listeners);
      load.remove(batch);
    }
    running = null;
  }

  return {
    submit(submission) {
      if (!load.add(submission)) return submission.onRefused(storeBusy(), undefined);
      waiting.push(submission);
      // The other messages of the same post are submitted in the same moment.
      running ??= Promise.resolve().then(run);
    },
    settled: async () => void (await running),
  };
}

async function write(batch: readonly Submission[], commit: Commit, listeners: IngestListeners): Promise<void> {
  const decisions = new Map<string, readonly Decision[]>();
  const changes = new Map<string, Change>();
  const decides = new Map<string, DecideIn>();
  for (const [pageLoadId, submissions] of byPageLoad(batch)) {
    decides.set(pageLoadId, (stored, conditions) => {
      const { decided, change } = decideAll(submissions, stored, conditions);
      decisions.set(pageLoadId, decided);
      // Decided once more, it may come to nothing.
      if (change) changes.set(pageLoadId, change);
      else changes.delete(pageLoadId);
      return change;
    });
  }
  try {
    await commit(decides);
  } catch (error) {
    const reason = error instanceof Error ? error : new Error(String(error));
    for (const submission of batch) submission.onRefused(reason, undefined);
    return;
  }
  for (const { submission, outcome, stored } of [...decisions.values()].flat()) {
    if (outcome.refused || !stored) submission.onRefused(outcome.refused ?? 'bind', stored);
    else submission.onStored(stored);
  }
  for (const change of changes.values()) listeners.onChanged(change.record);
}

function decideAll(
  submissions: readonly Submission[],
  before: StoredPageLoad | undefined,
  conditions: StoreConditions,
) {
  const decided: Decision[] = [];
  const chunks: Change['chunks'][number][] = [];
  let stored = before;
  for (const submission of submissions) {
    const outcome = applyMessage(stored, submission.message, { ...submission.at, ...conditions });
    if (outcome.record) stored = outcome.record;
    if (outcome.chunk) chunks.push(outcome.chunk);
    decided.push({ submission, outcome, stored });
  }
  const change: Change | null = stored && stored !== before ? { record: stored, chunks } : null;
  return { decided, change };
}

function byPageLoad(batch: readonly Submission[]): ReadonlyMap<string, readonly Submission[]> {
  const groups = new Map<string, Submission[]>();
  for (const submission of batch) {
    const group = groups.get(submission.pageLoadId);
    if (group) group.push(submission);
    else groups.set(submission.pageLoadId, [submission]);
  }
  return groups;
}
