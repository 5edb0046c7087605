import type { HarMessage, HarReply } from '../channel/devtools-messages.ts';
import { parseRequests } from '../channel/guard-requests.ts';
import type { HarRequest } from '../model/har-request.ts';
import type { PageLoadRecord } from '../model/page-load.ts';
import type { EpochMilliseconds } from '../model/units.ts';
import { topDocuments, writeRequests } from '../store/request-writer.ts';
import { sessionIdOf } from './session-id.ts';

/** Both clocks tell the start of the same navigation; DevTools takes its moment from the first request. */
const SAME_NAVIGATION_MS = 1500;
/** Moments of the log are cut to whole milliseconds, and the clocks of two processes differ by a little. */
const CLOCK_SLACK_MS = 50;

/** What the intake asks of the rest of the background. */
export interface HarServices {
  /** Whether what a tab shows may be recorded now. */
  isRecorded(tabId: number): Promise<boolean>;
  onChanged(record: PageLoadRecord): void;
}

/** Stores a batch of the network log of a tab's DevTools with the page load that it belongs to; answers what became of it. */
export async function takeRequests(
  tabId: number,
  message: HarMessage,
  { isRecorded, onChanged }: HarServices,
): Promise<HarReply['type']> {
  const requests = parseRequests(message.requests, message.count);
  if (requests === null || !(await isRecorded(tabId))) return 'har-refused';
  const owner = pageLoadOf(message, requests, await topDocuments(await sessionIdOf(tabId)));
  if (owner === undefined) return 'har-later';
  const { logId, n, count, dropped } = message;
  const batch = { pageLoadId: owner.pageLoadId, logId, n, count, dropped, requests: message.requests };
  const changed = await writeRequests(batch, Date.now());
  if (changed) onChanged(changed);
  return 'har-stored';
}

/**
 * The page load that a batch belongs to: the one whose navigation started when the log says that its page did, of the same origin;
 * without that, the latest that had started by then. Undefined while it has not said hello.
 */
export function pageLoadOf<T extends Pick<PageLoadRecord, 'timeOrigin' | 'origin'>>(
  { page }: Pick<HarMessage, 'page'>,
  requests: readonly Pick<HarRequest, 'startedAt'>[],
  pageLoads: readonly T[],
): T | undefined {
  if (page === null) {
    const first = Math.min(...requests.map(({ startedAt }) => startedAt));
    return pageLoads.filter(({ timeOrigin }) => timeOrigin <= first + CLOCK_SLACK_MS).at(-1);
  }
  const apart = ({ timeOrigin }: T): EpochMilliseconds => Math.abs(timeOrigin - page.startedAt);
  const [nearest] = pageLoads
    .filter((pageLoad) => apart(pageLoad) <= SAME_NAVIGATION_MS && pageLoad.origin === originOf(page.url))
    .toSorted((a, b) => apart(a) - apart(b));
  return nearest;
}

function originOf(url: string): string | null {
  return URL.canParse(url) ? new URL(url).origin : null;
}
