import type { CollectorMessage } from '../channel/messages.ts';
import type { StoredPageLoad } from '../store/schema.ts';
import { type Change, commit, type Decide } from '../store/writer.ts';
import { applyMessage, type Circumstances, type Outcome } from './apply.ts';

/** One message on its way into the store, and who waits for its fate. */
export interface Submission {
  readonly pageLoadId: string;
  readonly message: CollectorMessage;
  readonly at: Circumstances;
  /** Called once, after the transaction is complete: the page load as it stands on disk. */
  onStored(stored: StoredPageLoad): void;
  /** Called once instead, when it was not taken or could not be written. */
  onRefused(reason: NonNullable<Outcome['refused']> | Error, stored: StoredPageLoad | undefined): void;
}

/** What became of a submission inside a transaction. */
interface Decision {
  readonly submission: Submission;
  readonly outcome: Outcome;
  readonly stored: StoredPageLoad | undefined;
}

/** Takes submissions in; everything that waits goes into one transaction (group commit), in the order it came. */
export interface Ingest {
  submit(submission: Submission): void;
}

/** Who hears of what the ingest did. */
export interface IngestListeners {
  /** A transaction that changed this page load is complete. */
  onChanged(record: StoredPageLoad): void;
  /** The store refused a write (a sentence for the user), or takes them again (null). */
  onTrouble(message: string | null): void;
}

export function createIngest(listeners: IngestListeners): Ingest {
  let waiting: Submission[] = [];
  let running = false;

  async function run(): Promise<void> {
    running = true;
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      await write(batch, listeners);
    }
    running = false;
  }

  return {
    submit(submission) {
      waiting.push(submission);
      if (!running) void run();
    },
  };
}

async function write(batch: readonly Submission[], listeners: IngestListeners): Promise<void> {
  const decisions = new Map<string, readonly Decision[]>();
  const changes = new Map<string, Change>();
  const decides = new Map<string, Decide>();
  for (const [pageLoadId, submissions] of byPageLoad(batch)) {
    decides.set(pageLoadId, (stored) => {
      const { decided, change } = decideAll(submissions, stored);
      decisions.set(pageLoadId, decided);
      if (change) changes.set(pageLoadId, change);
      return change;
    });
  }
  try {
    await commit(decides);
  } catch (error) {
    const reason = error instanceof Error ? error : new Error(String(error));
    listeners.onTrouble(troubleOf(reason));
    for (const submission of batch) submission.onRefused(reason, undefined);
    return;
  }
  listeners.onTrouble(null);
  for (const { submission, outcome, stored } of [...decisions.values()].flat()) {
    if (outcome.refused || !stored) submission.onRefused(outcome.refused ?? 'bind', stored);
    else submission.onStored(stored);
  }
  for (const change of changes.values()) listeners.onChanged(change.record);
}

function decideAll(submissions: readonly Submission[], before: StoredPageLoad | undefined) {
  const decided: Decision[] = [];
  const chunks: Change['chunks'][number][] = [];
  let stored = before;
  for (const submission of submissions) {
    const outcome = applyMessage(stored, submission.message, submission.at);
    if (outcome.record) stored = outcome.record;
    if (outcome.chunk) chunks.push(outcome.chunk);
    decided.push({ submission, outcome, stored });
  }
  const change: Change | null = stored && stored !== before ? { record: stored, chunks } : null;
  return { decided, change };
}

function troubleOf(error: Error): string {
  return error.name === 'QuotaExceededError'
    ? 'The disk quota is used up, so new entries are not stored. Delete old sessions or free disk space; recording goes on by itself.'
    : `The browser's database refused a write (${error.message}), so new entries wait. Reload the extension if this stays.`;
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
