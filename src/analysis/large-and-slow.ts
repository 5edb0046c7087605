import type { PageAnalysis } from '../model/analysis.ts';
import type { ResourceRecord } from '../model/resources.ts';
import { topBy } from './top-by.ts';
import { isOnWire } from './url.ts';

type Resources = Pick<PageAnalysis, 'resources'>;

/** Requests that nothing waits for: how long they take is not felt, and some servers hold them open on purpose. */
const FIRE_AND_FORGET: ReadonlySet<string> = new Set(['beacon', 'ping', 'eventsource']);

/** At most `n` resources by transferred bytes, the largest first; those of unknown size and those not transferred are left out. */
export function largestResources({ resources }: Resources, n: number): readonly ResourceRecord[] {
  const transferred = resources.filter(({ url, transferSize }) => isOnWire(url) && (transferSize.value ?? 0) > 0);
  return topBy(transferred, n, ({ transferSize }) => transferSize.value ?? 0);
}

/** At most `n` resources by duration, the slowest first; beacons and event streams are left out. */
export function slowestResources({ resources }: Resources, n: number): readonly ResourceRecord[] {
  const awaited = resources.filter(({ url, initiatorType }) => isOnWire(url) && !FIRE_AND_FORGET.has(initiatorType));
  return topBy(awaited, n, ({ duration }) => duration);
}
