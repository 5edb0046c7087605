import { newCacheFacts, type PageLoadRecord } from '../../model/page-load.ts';

type Told = Pick<
  PageLoadRecord,
  | 'pageLoadId'
  | 'sessionId'
  | 'url'
  | 'title'
  | 'timeOrigin'
  | 'supportedEntryTypes'
  | 'browser'
  | 'networkLog'
  | 'views'
>;

/** What a file may tell of a page load beside that; `entries` is how many of them the file holds. */
type Rest = Partial<Pick<PageLoadRecord, 'updatedAt' | 'navigationType' | 'ledger' | 'selfCost' | 'har'>> & {
  readonly entries: number;
};

/** The record of a page load that was read from a file: it ended, nothing of it changes, and no store holds it. */
export function filePageLoad({ entries, ...told }: Told & Rest): PageLoadRecord {
  return {
    ...newCacheFacts(told.timeOrigin),
    topPageLoadId: told.pageLoadId,
    tabId: -1,
    frameId: 0,
    origin: /^[a-z][a-z0-9+.-]*:\/\/[^/?#]+/i.exec(told.url)?.[0] ?? '',
    updatedAt: told.timeOrigin,
    navigationType: null,
    state: 'ended',
    next: entries,
    chunks: 1,
    ledger: {
      made: entries,
      stored: entries,
      dropped: { browser: null, caps: 0, exit: 0 },
      rejected: 0,
      complete: true,
    },
    selfCost: { mainThreadMs: 0, bytesSent: 0, backOff: 0 },
    vitals: [],
    revision: 0,
    ...told,
  };
}
