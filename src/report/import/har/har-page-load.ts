import { address, asMembers, finite, type Members, word } from '../../../har/members.ts';
import type { HarPage } from '../../../model/har-page.ts';
import type { HarRequest } from '../../../model/har-request.ts';
import type { PageSnapshot } from '../../../model/snapshot.ts';
import type { LoadEvents } from '../../../model/timeline.ts';
import type { EpochMilliseconds } from '../../../model/units.ts';
import { filePageLoad } from '../file-page-load.ts';
import type { HarFile } from './har-file.ts';
import { type PageGroup, startOf } from './page-groups.ts';
import { toldEntries } from './told-entries.ts';
import { toldMetrics } from './told-metrics.ts';

/** All that a HAR tells of requests can be told of each page in it; of the entries of a page, only user timing has a place in HAR. */
const HAR_ENTRY_TYPES = ['navigation', 'resource'] as const;

/** The session that the page loads of any HAR file are in: nothing in the file names one. */
export const HAR_SESSION_ID = 'har';

/** One page of a HAR with its requests, as a page load that ended. */
export function harPageLoad(
  pageLoadId: string,
  { page, entries }: PageGroup,
  requests: readonly HarRequest[],
  { creator, browser }: HarFile,
): PageSnapshot {
  const main = documentOf(requests);
  const url = urlOf(page, main, requests);
  const timings = page === null ? [] : toldEntries(page);
  const timeOrigin = startOf(page ?? entries[0] ?? {});
  const title = isPageUrl(page?.title) ? '' : (word(page?.title) ?? '');
  const lcpUrl = address(asMembers(entries.find(({ _isLCP }) => _isLCP === true)?.request).url);
  const har: HarPage = {
    creator,
    loadEvents: loadEventsOf(page),
    metrics: page === null ? {} : toldMetrics(page, lcpUrl),
  };
  return {
    pageLoad: filePageLoad({
      pageLoadId,
      sessionId: HAR_SESSION_ID,
      url,
      title: page === null ? 'Requests without a page' : title,
      timeOrigin,
      updatedAt: lastMoment(requests, timeOrigin),
      supportedEntryTypes: [...HAR_ENTRY_TYPES, ...(timings.length > 0 ? ['mark', 'measure'] : [])],
      browser,
      entries: timings.length,
      networkLog: { requests: requests.length, dropped: 0 },
      views: [{ viewId: `${pageLoadId}/view`, kind: 'load', url, startTime: 0 }],
      har,
    }),
    entries: timings,
    requests: requests.map((request) => ({ ...request, resourceType: typeOf(request, main) })),
  };
}

/** Most programs do not class requests. What is HTML may be a document in a frame or data; JSON was asked for by a script. */
function typeOf(request: HarRequest, main: HarRequest | undefined): string {
  if (request === main) return 'document';
  const isData = request.resourceType === '' && /^application\/(?:[\w.+-]+\+)?json$/.test(request.mimeType ?? '');
  return isData ? 'fetch' : request.resourceType;
}

/** The document of the page: what DevTools class as one, else the first answer with HTML. */
function documentOf(requests: readonly HarRequest[]): HarRequest | undefined {
  const answers = requests.filter(({ redirectedTo }) => redirectedTo === null);
  return (
    answers.find(({ resourceType }) => resourceType === 'document') ??
    answers.find(({ resourceType, mimeType }) => resourceType === '' && mimeType === 'text/html')
  );
}

/** Ours say it; else it is that of the document, what WebPageTest was asked for, Chromium's title, or that of what came first. */
function urlOf(page: Members | null, main: HarRequest | undefined, requests: readonly HarRequest[]): string {
  const told = [page?._url, main?.url, page?._URL, page?.title].find(isPageUrl);
  return address(told) ?? requests[0]?.url ?? 'about:blank';
}

function isPageUrl(value: unknown): value is string {
  return typeof value === 'string' && /^(?:https?|file):\/\/\S+$/i.test(value);
}

function loadEventsOf(page: Members | null): LoadEvents {
  const { onContentLoad, onLoad } = asMembers(page?.pageTimings);
  const moment = (value: unknown) => {
    const known = finite(value);
    return known !== null && known > 0 ? known : null;
  };
  return { domContentLoaded: moment(onContentLoad), load: moment(onLoad) };
}

function lastMoment(requests: readonly HarRequest[], timeOrigin: EpochMilliseconds): EpochMilliseconds {
  return requests.reduce((last, { startedAt, time }) => Math.max(last, startedAt + time), timeOrigin);
}
