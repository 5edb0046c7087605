import type { Json } from '../model/json.ts';
import type { Attribution } from '../model/metrics.ts';
import { boundedPlain } from './serialize.ts';

/** The plain members of web-vitals' attribution. Entries and nodes stay behind: the entries are recorded by themselves. */
export function attributionOf(attribution: object): Attribution {
  const copy: Record<string, Json> = {};
  for (const [member, value] of Object.entries(attribution)) {
    const plain = boundedPlain(value);
    if (plain !== undefined) copy[member] = plain;
  }
  return copy;
}
