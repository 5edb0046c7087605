import type { ViewRecord, VitalRecord } from '../model/metrics.ts';
import type { SelfCost } from '../model/page-load.ts';
import type { EpochMilliseconds } from '../model/units.ts';

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
