import type { Json } from '../model/json.ts';
import type { Attribution } from '../model/metrics.ts';
import { boundedPlain, copyMembers } from './serialize.ts';

/**
 * web-vitals' attribution as JSON: its plain members, and of the longest script its plain members too. Entries and nodes
 * stay behind: the entries are recorded by themselves.
 */
export function attributionOf(attribution: object): Attribution {
  const copy: Record<string, Json> = {};
  for (const [member, value] of Object.entries(attribution)) {
    const plain = boundedPlain(value);
    if (plain !== undefined) copy[member] = plain;
    else if (member === 'longestScript' && value) {
      const { entry, subpart, intersectingDuration } = value;
      copy[member] = { subpart, intersectingDuration, ...copyMembers(entry, 'scripts') };
    }
  }
  return copy;
}
