import type { HarTimings } from '../model/har-request.ts';
import type { Milliseconds } from '../model/units.ts';
import { asMembers, finite, type Members, natural } from './members.ts';

/** The phases of an entry, -1 where one did not occur or is not told. `ssl` is in `connect`, as HAR 1.2 has it. */
export function harTimings(entry: Members): HarTimings {
  const { time, timings } = entry;
  const told = asMembers(timings);
  const part = (name: string) => Math.max(-1, finite(told[name]) ?? -1);
  const parts = {
    blocked: part('blocked'),
    dns: part('dns'),
    connect: part('connect'),
    ssl: part('ssl'),
    send: part('send'),
    wait: part('wait'),
    receive: part('receive'),
  };
  return isApart(parts, natural(time)) ? { ...parts, connect: Math.max(0, parts.connect) + parts.ssl } : parts;
}

/** How long a request took: what the entry says, else the sum of the phases that it tells. */
export function harTime(entry: Members): Milliseconds {
  return natural(entry.time) ?? sumOf(harTimings(entry));
}

/** Whether the handshake came on top of `connect`, as in Firefox: then only with it do the phases add up to the time. */
function isApart(timings: HarTimings, time: Milliseconds | null): boolean {
  if (timings.ssl <= 0 || time === null) return false;
  const inside = sumOf(timings);
  return timings.connect < timings.ssl || Math.abs(inside + timings.ssl - time) < Math.abs(inside - time);
}

function sumOf({ blocked, dns, connect, send, wait, receive }: HarTimings): Milliseconds {
  return [blocked, dns, connect, send, wait, receive].reduce((sum, part) => sum + Math.max(0, part), 0);
}
