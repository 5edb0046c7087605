import { MAX_WAITING_CHARACTERS } from '../channel/limits.ts';
import type { Submission } from './ingest.ts';

/** How much of each page load's chunks waits for the disk. */
export interface WaitingLoad {
  /** False when it would be too much: a collector sends what stays unanswered again and again. */
  add(submission: Submission): boolean;
  remove(submissions: readonly Submission[]): void;
}

export function createWaitingLoad(): WaitingLoad {
  const characters = new Map<string, number>();

  function change({ pageLoadId, message }: Submission, sign: 1 | -1): void {
    if (message.type !== 'chunk') return;
    const now = (characters.get(pageLoadId) ?? 0) + sign * message.entries.length;
    if (now > 0) characters.set(pageLoadId, now);
    else characters.delete(pageLoadId);
  }

  return {
    add(submission) {
      const { pageLoadId, message } = submission;
      const isFull = (characters.get(pageLoadId) ?? 0) >= MAX_WAITING_CHARACTERS;
      if (message.type === 'chunk' && isFull) return false;
      change(submission, 1);
      return true;
    },
    remove(submissions) {
      for (const submission of submissions) change(submission, -1);
    },
  };
}

/** The reason why a chunk was not taken that would have waited too long. */
export function storeBusy(): Error {
  return new Error('The disk is slow: what was sent before is not stored yet.');
}
