import type { UserTimingEntry } from '../../model/entries.ts';
import type { UserTimingRecord } from '../../model/timeline.ts';
import { mergeByStart } from '../merge-by-start.ts';

/** The marks and measures of a page load, extended as entries come. */
export interface UserTimingLog {
  add(entry: UserTimingEntry): void;
  /** By start time. */
  records(): readonly UserTimingRecord[];
}

/** An empty log. */
export function createUserTimingLog(): UserTimingLog {
  let pending: UserTimingRecord[] = [];
  let timings: readonly UserTimingRecord[] = [];
  return {
    add({ entryType, name, startTime, duration }) {
      pending.push({ kind: entryType, name, startTime, duration });
    },
    records() {
      timings = mergeByStart(timings, pending);
      pending = [];
      return timings;
    },
  };
}
