/** A span of time, or a moment as milliseconds since the page load's time origin. */
export type Milliseconds = number;
/** A moment as milliseconds since the Unix epoch. */
export type EpochMilliseconds = number;
/** A count of bytes. */
export type Bytes = number;
