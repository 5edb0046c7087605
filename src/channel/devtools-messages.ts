import type { EpochMilliseconds } from '../model/units.ts';

/** DevTools are open on a tab, for as long as the port is. */
export interface InspectMessage {
  readonly type: 'inspect';
  readonly tabId: number;
}

/** The page that requests belong to, as DevTools' network log tells it. */
export interface HarPage {
  readonly url: string;
  readonly startedAt: EpochMilliseconds;
}

/** Requests that the network log of DevTools told of. The same batch may come again: it has the same `logId` and `n`. */
export interface HarMessage {
  readonly type: 'har';
  /** The life of the DevTools page. */
  readonly logId: string;
  readonly n: number;
  /** Null where the log does not tell; then the moment decides. */
  readonly page: HarPage | null;
  readonly count: number;
  /** Requests that our cap left out before these. */
  readonly dropped: number;
  /** JSON text of a `HarRequest[]` of `count` requests. */
  readonly requests: string;
}

/** What the DevTools page may say. */
export type DevtoolsMessage = InspectMessage | HarMessage;

/** What became of batch `n`: on disk; to be sent again, its page load has not said hello; or its page is not recorded. */
export interface HarReply {
  readonly type: 'har-stored' | 'har-later' | 'har-refused';
  readonly n: number;
}
