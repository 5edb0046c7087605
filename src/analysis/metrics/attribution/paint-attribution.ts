import type { NavigationEntry } from '../../../model/entries.ts';
import type { Attribution } from '../../../model/metrics.ts';
import type { Milliseconds } from '../../../model/units.ts';
import { loadStateAt } from './load-state.ts';

/** What FCP of a load consists of: the time to the first byte, and from there to the paint. As web-vitals' attribution has it. */
export function fcpAttribution(value: Milliseconds, navigation: NavigationEntry | null): Attribution {
  if (navigation === null) return {};
  const activationStart = navigation.activationStart ?? 0;
  const timeToFirstByte = Math.max(0, navigation.responseStart - activationStart);
  const loadState = loadStateAt(value + activationStart, navigation) ?? undefined;
  return { timeToFirstByte, firstByteToFCP: value - timeToFirstByte, loadState };
}

/** What TTFB of a load consists of, in order: waiting, cache, DNS, connection, request. As web-vitals' attribution has it. */
export function ttfbAttribution(value: Milliseconds, navigation: NavigationEntry | null): Attribution {
  if (navigation === null) return {};
  const activationStart = navigation.activationStart ?? 0;
  const since = (moment: Milliseconds) => Math.max(0, moment - activationStart);
  const waitEnd = since(navigation.workerStart || navigation.fetchStart);
  const dnsStart = since(navigation.domainLookupStart);
  const connectStart = since(navigation.connectStart);
  const connectEnd = since(navigation.connectEnd);
  return {
    waitingDuration: waitEnd,
    cacheDuration: dnsStart - waitEnd,
    dnsDuration: connectStart - dnsStart,
    connectionDuration: connectEnd - connectStart,
    // The gap between connectEnd and requestStart counts here, so that a service worker's requests have no connection.
    requestDuration: value - connectEnd,
  };
}
