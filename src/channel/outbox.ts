import type { VitalRecord } from '../model/metrics.ts';
import type { ChunkMessage, FinMessage } from './messages.ts';
import { localArea } from './runtime.ts';

/** Keys of the local storage area that hold what documents left behind when the worker was asleep. */
export const OUTBOX_PREFIX = 'ob/';
/** Characters of chunks in one document's outbox. */
export const MAX_OUTBOX_CHARACTERS = 256 * 1024;

/** What a document that was left could not hand over. The background takes it in as if it had come by port. */
export interface OutboxRecord {
  /** The word of the last welcome; without it nobody can add to a page load. */
  readonly nonce: string;
  readonly chunks: readonly ChunkMessage[];
  readonly vitals: readonly VitalRecord[];
  readonly fin: FinMessage;
}

/**
 * Leaves a record for the background. Measured in Chromium with a sleeping worker: of 200 entries posted in `pagehide`
 * none arrived, of 200 written here all did. Fire and forget: the page is going away.
 */
export function leaveInOutbox(pageLoadId: string, record: OutboxRecord): void {
  try {
    localArea()
      .set({ [OUTBOX_PREFIX + pageLoadId]: record })
      .catch(() => {});
  } catch {
    // The extension is gone.
  }
}
