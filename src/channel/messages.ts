import type { CacheChange } from '../model/cache.ts';
import type { ViewRecord, VitalRecord } from '../model/metrics.ts';
import type { OutlineResult, OutlineTarget } from '../model/outline.ts';
import type { SelfCost } from '../model/page-load.ts';
import type { TabRecording } from '../model/recording.ts';
import type { StoreState } from '../model/store-state.ts';
import type { EpochMilliseconds } from '../model/units.ts';
import type { StoreQuery } from './store-query.ts';

export type { EntriesAnswer, StoreQuery } from './store-query.ts';

/**
 * Version of the protocol between collector and background. History:
 * 1. hello, view, chunk, vital, status, fin up, posted in lists; welcome, ack, nack, stop, census down.
 */
export const PROTOCOL_VERSION = 1;

/** Names of the ports; a name says what its opener wants, what it may do is decided from `sender`. */
export const COLLECTOR_PORT = 'collector';
export const PANEL_PORT = 'panel';
export const DEVTOOLS_PORT = 'devtools';
/** From the background to a document in which elements are outlined, for as long as they are. */
export const OUTLINE_PORT = 'outline';

/** First message on every new connection of a collector: who it is and what it still holds. */
export interface HelloMessage {
  readonly type: 'hello';
  readonly v: number;
  readonly pageLoadId: string;
  readonly timeOrigin: EpochMilliseconds;
  readonly title: string;
  readonly supportedEntryTypes: readonly string[];
  /** Entries numbered so far, and the number of the oldest that is not acknowledged. */
  readonly made: number;
  readonly base: number;
  /** Number of the chunk that begins with entry `base`. */
  readonly baseChunk: number;
  /** The store that acknowledged what is below `base`; null before the first welcome. */
  readonly epoch: string | null;
  /** Entries that the browser's buffer lost before we listened; null where it does not tell, and before it told. */
  readonly droppedByBrowser: number | null;
}

/** A sealed chunk: entries `from` to `from + count - 1`. It never changes once sent, so a replay is the same write. */
export interface ChunkMessage {
  readonly type: 'chunk';
  readonly n: number;
  readonly from: number;
  /** Entries that the chunk stands for, those that our caps took out of it (`dropped`) included. */
  readonly count: number;
  readonly dropped: number;
  /** JSON text of a list of `count - dropped` entries, at most 64 KiB: each an `EntryRecord`, or a row of one (`RowKinds`). */
  readonly entries: string;
  /** JSON text of the `RowKinds` of the rows. */
  readonly kinds: string;
}

/** A view was opened. Idempotent by `viewId`. */
export interface ViewMessage {
  readonly type: 'view';
  readonly view: ViewRecord;
}

/** A reading of a vital; the highest revision of a view and name wins, so it may be repeated. */
export interface VitalMessage {
  readonly type: 'vital';
  readonly vital: VitalRecord;
}

/** The document's facts that change while it lives: sent with the chunks they belong to. */
export interface StatusMessage {
  readonly type: 'status';
  readonly title: string;
  readonly selfCost: SelfCost;
  /** As in hello, which is sent before the first entries come and with them the browser's count. */
  readonly droppedByBrowser: number | null;
}

/** The page is being left: what it made in all. `exitDropped` is what could not be sent. */
export interface FinMessage {
  readonly type: 'fin';
  readonly made: number;
  readonly exitDropped: number;
}

/** What a collector may say. It can write, never read. */
export type CollectorMessage = HelloMessage | ChunkMessage | ViewMessage | VitalMessage | StatusMessage | FinMessage;

/** What a collector posts: the messages of one flush, in order. One post of ten messages costs the page a tenth of ten posts. */
export type CollectorPost = readonly CollectorMessage[];

/** Answer to hello: go on from entry `next` with at most `credits` chunks in flight; `nonce` opens the outbox. */
export interface WelcomeMessage {
  readonly type: 'welcome';
  readonly next: number;
  readonly nonce: string;
  readonly credits: number;
  /** Names the store that takes it in: another one knows nothing of what this one has. */
  readonly epoch: string;
}

/** All entries below `next` are on disk. Sent after the transaction is complete. */
export interface AckMessage {
  readonly type: 'ack';
  readonly next: number;
}

/**
 * A message was not taken. `gap`: go back to `next`; `quota` and `unavailable`: again in `retryMs`; `version`, `bind` and
 * `invalid`: nothing sent later will be taken either.
 */
export interface NackMessage {
  readonly type: 'nack';
  readonly code: 'gap' | 'quota' | 'unavailable' | 'version' | 'bind' | 'invalid';
  readonly next: number;
  readonly retryMs: number;
}

/** Stop collecting in this document: recording is off here. */
export interface StopMessage {
  readonly type: 'stop';
}

/** Whether script errors are wanted; not said means no. */
export interface ScriptErrorsMessage {
  readonly type: 'script-errors';
  readonly on: boolean;
}

/** Say hello anew, with everything that is not acknowledged: the store takes entries again, or is another one. */
export interface AgainMessage {
  readonly type: 'again';
}

/** Take the census of images once more, at once: the session is about to be exported. */
export interface CensusMessage {
  readonly type: 'census';
}

/** What the background says to a collector. */
export type CollectorReply =
  | WelcomeMessage
  | AckMessage
  | NackMessage
  | StopMessage
  | AgainMessage
  | ScriptErrorsMessage
  | CensusMessage;

/** A page of ours asks to be told of the page loads of one tab. */
export interface WatchMessage {
  readonly type: 'watch';
  readonly tabId: number;
}

/** Delete what is stored of an origin. */
export interface ForgetMessage {
  readonly type: 'forget';
  readonly origin: string;
}

/** Have the census of images taken once more in all documents of a tab. */
export interface CensusRequest {
  readonly type: 'census';
  readonly tabId: number;
}

/** Nothing but a sign of life: a message in time keeps the worker, and with it the collectors' ports, from falling asleep. */
export interface PingMessage {
  readonly type: 'ping';
}

/** Change something in the store; answered by `done` with the same number, and asked again when the answer does not come. */
export interface CacheRequest {
  readonly type: 'cache';
  readonly request: number;
  readonly change: CacheChange;
}

/** Deletions of before a reconnect that may still be taken back. */
export interface HoldMessage {
  readonly type: 'hold';
  readonly marks: readonly EpochMilliseconds[];
}

/** The user has read that rows were lost. */
export interface LossReadMessage {
  readonly type: 'loss-read';
}

/** Read for me; answered under the same `id`. It only reads, so it may be asked again. */
export interface ReadMessage {
  readonly type: 'read';
  readonly id: number;
  readonly query: StoreQuery;
}

/** Outline these elements in the page of the watched tab, in place of those that are; null: none. Over when the port is. */
export interface OutlineRequest {
  readonly type: 'outline';
  readonly request: number;
  readonly target: OutlineTarget | null;
}

/** What a page of ours may say. */
export type PanelMessage =
  | WatchMessage
  | ForgetMessage
  | CensusRequest
  | PingMessage
  | CacheRequest
  | HoldMessage
  | LossReadMessage
  | ReadMessage
  | OutlineRequest;

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

/** Answer to watch: the session of that tab. */
export interface WatchingMessage {
  readonly type: 'watching';
  readonly sessionId: string;
}

/** A page load of the watched tab changed. A lost notice costs a refresh, never data. */
export interface ChangedMessage {
  readonly type: 'changed';
  readonly pageLoadId: string;
  readonly revision: number;
}

/** What is wrong with the store; nothing when all is well. Sent after watch and whenever it changes. */
export interface StoreStateMessage {
  readonly type: 'store-state';
  readonly states: readonly StoreState[];
}

/** Answer to a query: the value, or why there is none (a sentence). */
export interface ReadResultMessage {
  readonly type: 'read-result';
  readonly id: number;
  readonly value?: unknown;
  readonly error?: string;
}

/** Whether the watched tab's page is recorded; sent after watch and whenever that changes. */
export interface RecordingMessage {
  readonly type: 'recording';
  readonly recording: TabRecording;
}

/** Answer to forget: so many page loads of the origin are gone from the disk. */
export interface ForgottenMessage {
  readonly type: 'forgotten';
  readonly origin: string;
  readonly pageLoads: number;
}

/** Answer to a cache request: it is on the disk, and a deletion took so many page loads of top documents; or why it is not. */
export interface DoneMessage {
  readonly type: 'done';
  readonly request: number;
  readonly pageLoads: number;
  /** A sentence for the user; null when all went well. */
  readonly error: string | null;
}

/** Answer to an outline request that named elements. */
export interface OutlinedMessage {
  readonly type: 'outlined';
  readonly request: number;
  readonly result: OutlineResult;
}

/** What the background says to a page of ours. */
export type PanelReply =
  | WatchingMessage
  | ChangedMessage
  | StoreStateMessage
  | RecordingMessage
  | ForgottenMessage
  | DoneMessage
  | ReadResultMessage
  | OutlinedMessage;
