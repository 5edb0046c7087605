import { asMembers, finite, type Members, natural, word } from '../../../har/members.ts';
import type { UserTimingEntry } from '../../../model/entries.ts';

/** The marks and measures of `_userTimings`, the only entries that a HAR has a place for, in their order. */
export function toldEntries(page: Members): readonly UserTimingEntry[] {
  const { _userTimings: timings } = asMembers(page.pageTimings);
  if (!Array.isArray(timings)) return [];
  return timings
    .map(asMembers)
    .flatMap(({ type, name, startTime, duration }): readonly UserTimingEntry[] => {
      const start = finite(startTime);
      if ((type !== 'mark' && type !== 'measure') || typeof name !== 'string' || start === null) return [];
      return [{ entryType: type, name: word(name) ?? '', startTime: start, duration: natural(duration) ?? 0 }];
    })
    .sort((a, b) => a.startTime - b.startTime);
}
