/** What an imported file may hold; more is refused before it can exhaust the memory. */
export const IMPORT_LIMITS = {
  /** Of text, after inflating. */
  bytes: 64 * 1024 * 1024,
  /**
   * Objects and arrays inside each other. The deepest that we write is the detail of a mark in a frame, at 20; in a HAR of Chromium
   * an initiator's stack holds up to 32 parents, one inside the other, from level 6 on.
   */
  depth: 64,
  /** Entries and requests in all. */
  rows: 500_000,
  /** Requests of a HAR file, which are analysed as they are opened. */
  harEntries: 100_000,
} as const;
