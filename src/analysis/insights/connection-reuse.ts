import type { Finding } from '../../model/insights.ts';
import { counted } from '../counted.ts';
import { formatMs } from '../format.ts';
import type { OriginRequests } from '../resources/origin-requests.ts';
import { severityOf, TIME_GRADES } from '../severity.ts';
import { failOn, type InsightRule } from './insight-rule.ts';

interface Options {
  /** Connections to one origin; more are too many. */
  readonly overConnections: number;
}

/** Browsers keep at most six connections to a host at a time over HTTP/1, and one or two over HTTP/2 and 3. */
const DEFAULTS: Options = { overConnections: 6 };

/** Names origins to which new connections were opened again and again, because they were closed after each answer. */
export const connectionReuse: InsightRule<Options> = {
  id: 'connection-reuse',
  title: 'Connections that are not reused',
  why: 'Opening a connection takes two or three round trips; an open one takes none.',
  requires: ['resource'],
  concerns: () => false,
  run({ requests }, options) {
    const { overConnections } = { ...DEFAULTS, ...options };
    const wasteful = [...requests.byOrigin.values()]
      .map(({ counts }) => ({ counts, opened: openedBy(counts) }))
      .filter(({ opened }) => opened > overConnections)
      .sort((a, b) => b.opened - a.opened || (a.counts.origin < b.counts.origin ? -1 : 1));
    return failOn(wasteful.map(({ counts, opened }) => findingOf(counts, opened, overConnections)));
  },
};

/** DevTools name connections; Resource Timing tells only of requests that had to wait for theirs. */
function openedBy({ connections, opened }: OriginRequests): number {
  return Math.max(connections.size, opened);
}

function findingOf(
  { origin, requests, opened, openedMs }: OriginRequests,
  connections: number,
  allowed: number,
): Finding {
  const inVain = opened > allowed ? Math.round((openedMs * (opened - allowed)) / opened) : 0;
  const cost = openedMs > 0 ? `, and ${formatMs(openedMs)} were spent on opening them` : '';
  return {
    message: `${counted(requests, 'request')} to ${origin} took ${counted(connections, 'connection')}${cost}. Let the server keep connections open (no "Connection: close", a longer keep-alive), or switch HTTP/2 on.`,
    severity: severityOf(inVain, TIME_GRADES),
    url: `${origin}/`,
    ...(inVain > 0 ? { savings: { ms: inVain } } : {}),
  };
}
