import type { CacheChange } from '../model/cache.ts';
import type { OutlineResult, OutlineTarget } from '../model/outline.ts';
import type { TabRecording } from '../model/recording.ts';
import type { StoreState } from '../model/store-state.ts';
import type { EpochMilliseconds } from '../model/units.ts';
import type { StoreQuery } from './store-query.ts';

export type { EntriesAnswer, StoreQuery } from './store-query.ts';

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
