/**
 * Why the store could not do what it was asked: `no-room` (quota used up, disk full), `closed` (the connection was closed under
 * us), `newer-version` (a newer Vitalog wrote the database), `unavailable` (it cannot be opened here), or anything else.
 */
export type StoreFailure = 'no-room' | 'closed' | 'newer-version' | 'unavailable' | 'other';

/**
 * Chromium on a full disk, tried: a large value fails with DataError "Failed to write blobs (IOError)", a small one with
 * UnknownError "... FILE_ERROR_NO_SPACE ...", after which the connection is closed.
 */
const NO_ROOM = /NO_SPACE|no space|disk (is )?full|Failed to write blobs/i;
/** Of a connection that the browser closes while a transaction runs. */
const CLOSING = /connection is closing|connection (to .* )?(was )?(lost|closed)/i;

/** Tells apart what IndexedDB throws, by name and by the browsers' messages where the name says too little. */
export function failureOf(error: unknown): StoreFailure {
  if (!(error instanceof Error || error instanceof DOMException)) return 'other';
  const { name, message } = error;
  if (name === 'QuotaExceededError' || NO_ROOM.test(message)) return 'no-room';
  if (name === 'VersionError') return 'newer-version';
  if (OPENING.test(message) || name === 'SecurityError' || name === 'NotSupportedError') return 'unavailable';
  if (name === 'ReferenceError' || name === 'TypeError')
    return /indexedDB|\bIDB/.test(message) ? 'unavailable' : 'other';
  if (name === 'InvalidStateError' || name === 'AbortError' || CLOSING.test(message)) return 'closed';
  return 'other';
}

/** Chromium cannot open its files; Firefox in a private window, and with the database switched off. */
const OPENING = /opening backing store|mutation operation was attempted on a database|indexedDB\.open/i;
