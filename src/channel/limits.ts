/** The named limits of the protocol; both ends hold themselves to them. */

/** Entries of a chunk: 200 a record reach 347,000 entries/s in IndexedDB, one a record 18,000. */
export const MAX_CHUNK_ENTRIES = 200;
/** Characters of a chunk's entries, counted as bytes of UTF-8; far below Chromium's 64 MiB limit of a message. */
export const MAX_CHUNK_BYTES = 64 * 1024;
/** Characters of the names of the members of all kinds of entries; Chromium 156 has 3,000 of them. */
export const MAX_KINDS_CHARACTERS = 16 * 1024;
/** Characters of a string in an entry; longer ones are cut and carry a hash and their true length. */
export const MAX_STRING = 2048;
/** Those of one entry, so that it fits a chunk. */
export const MAX_ENTRY_BYTES = MAX_CHUNK_BYTES - 3;
/** Chunks that a collector may have in flight: with 8 a burst waits for each durable transaction, with 32 for none. */
export const CREDITS = 32;
/** Characters of a page load's chunks that wait for the disk; a slow one must not fill the background's memory. */
export const MAX_WAITING_CHARACTERS = 4 * 1024 * 1024;
/** An acknowledgement that is later than this means a dead port: Chromium's bfcache leaves ports that swallow messages. */
export const ACK_TIMEOUT_MS = 2000;
/** A reply younger than this means a worker that is awake: it sleeps after 30 s without events. */
export const WORKER_AWAKE_MS = 20_000;
/** Views of a page load that are recorded; a page that navigates by itself could open them without end. */
export const MAX_VIEWS = 64;
/** Messages in one post; a collector that comes back has at most a hello, its views and five vitals of each to say. */
export const MAX_POST_MESSAGES = 512;
/** Entries of a page load that are recorded in one minute; the rest of a flood is counted. */
export const MAX_ENTRIES_A_MINUTE = 100_000;
/** Characters of a batch of the network log's requests; one request alone may be up to some 20,000. */
export const MAX_REQUEST_BATCH_BYTES = 256 * 1024;
/** Messages that break the rules before the connection is cut. */
export const MAX_BAD_MESSAGES = 3;
