import { ACK_TIMEOUT_MS, MAX_POST_MESSAGES, MAX_VIEWS, WORKER_AWAKE_MS } from '../channel/limits.ts';
import {
  type CensusMessage,
  type ChunkMessage,
  COLLECTOR_PORT,
  type CollectorMessage,
  type CollectorPost,
  type CollectorReply,
  type FinMessage,
  type HelloMessage,
  type NackMessage,
  type ScriptErrorsMessage,
  type StatusMessage,
} from '../channel/messages.ts';
import { leaveInOutbox, MAX_OUTBOX_CHARACTERS } from '../channel/outbox.ts';
import { openReconnectingPort, type ReconnectingPort } from '../channel/reconnecting-port.ts';
import { inPrivateWindow } from '../channel/runtime.ts';
import type { ViewRecord, VitalRecord } from '../model/metrics.ts';
import { createChunkQueue, withoutExpendable } from './chunk-queue.ts';

/** So many chunks are at most three quarters of what may wait for its acknowledgement, and more than what may be in flight. */
const FULL_QUEUE_CHUNKS = 48;
/** Refusals after which nothing sent later will be taken either. */
const FATAL: readonly NackMessage['code'][] = ['version', 'bind', 'invalid'];

/**
 * What a flush hands over: entry texts (null stands for an entry that only counts) and the text of their `RowKinds`, changed vitals,
 * and the status.
 */
export interface Flush {
  readonly texts: readonly (string | null)[];
  readonly kinds: string;
  readonly vitals: readonly VitalRecord[];
  readonly status: Omit<StatusMessage, 'type'>;
}

/** Hands a document's records to the background: at least once on the wire, kept until acknowledged. */
export interface Delivery {
  /** Entries numbered so far: those sealed. */
  readonly made: number;
  /** Seals and sends what is new, in one post. */
  send(flush: Flush): void;
  /** What is not acknowledged comes near to what may wait for it: more of a flood would be left out. */
  isFull(): boolean;
  /** A view was opened; it goes out at once, since entries that come later belong to it. False when there are too many. */
  view(view: ViewRecord): boolean;
  /** The page is being left: everything goes out now, by port or by outbox. */
  leave(): void;
  /** The page came back from bfcache, where Chromium leaves a port that swallows messages. */
  comeBack(): void;
}

/** What the background may ask for beside the delivery. */
export type Asked = CensusMessage | ScriptErrorsMessage;

/** What a collector says of itself at every connection, less what delivery knows. */
export type Introduction = Omit<HelloMessage, 'made' | 'base' | 'baseChunk' | 'epoch'>;

/**
 * `introduce` is asked at every connection; the first carries `firstView` too. `ending` is aborted when there is nobody to
 * deliver to any more, and ends the delivery when another aborts it. `onAsked` hears what the background wants beside the
 * delivery.
 */
export function createDelivery(
  introduce: () => Introduction,
  firstView: ViewRecord,
  ending: AbortController,
  onAsked: (asked: Asked) => void,
): Delivery {
  const queue = createChunkQueue();
  const views = new Map([[firstView.viewId, firstView]]);
  const vitals = new Map<string, VitalRecord>();
  let credits = 0;
  let nonce = '';
  let epoch: string | null = null;
  let lastReplyAt = Number.NEGATIVE_INFINITY;
  /** The connection of the moment was answered; one that was not may lead nowhere. */
  let welcomed = false;
  /** Something was posted that no reply has followed. When all is answered, the worker may sleep: it is not woken for nothing. */
  let unanswered = false;
  /** A post was cut off by the browser before it was made, if this is true outside of `pump`. */
  let posting = false;
  /**
   * Since when an answer is waited for. The timer is left to run when it comes: one that is set at every post costs as much as
   * the post.
   */
  let askedAt: number | undefined;
  let ackTimer: ReturnType<typeof setTimeout> | undefined;
  let retryTimer: ReturnType<typeof setTimeout> | undefined;
  const port: ReconnectingPort = openReconnectingPort(COLLECTOR_PORT, {
    onConnect(post) {
      credits = 0;
      welcomed = false;
      queue.rewind();
      clearTimeout(retryTimer);
      unanswered = true;
      post([
        { ...introduce(), made: queue.made, base: queue.base, baseChunk: queue.baseChunk, epoch },
        ...[...views.values()].map(viewMessage),
        ...[...vitals.values()].map(vitalMessage),
      ] satisfies CollectorPost);
      watchForAnswer();
    },
    onMessage: (message) => hear(message as CollectorReply),
    onDisconnect() {
      welcomed = false;
      stopWaiting();
    },
    wanted: () => unanswered || queue.pending().length > 0,
    onOrphan: () => ending.abort(),
  });

  function hear(reply: CollectorReply): void {
    if (reply.type === 'census' || reply.type === 'script-errors') {
      onAsked(reply);
      return;
    }
    lastReplyAt = performance.now();
    unanswered = false;
    stopWaiting();
    if (reply.type === 'again') {
      port.restart();
      return;
    }
    if (reply.type === 'stop') {
      // What was made until now is all there is; the background knows how much of it has arrived.
      const fin: FinMessage = { type: 'fin', made: queue.made, exitDropped: queue.made - queue.base };
      port.post([fin] satisfies CollectorPost);
    }
    if (reply.type === 'stop' || (reply.type === 'nack' && FATAL.includes(reply.code))) {
      ending.abort();
      return;
    }
    queue.acknowledge(reply.next);
    if (reply.type === 'welcome') {
      nonce = reply.nonce;
      epoch = reply.epoch;
      welcomed = true;
      credits = reply.credits;
    } else if (reply.type === 'nack') {
      queue.rewind();
      if (reply.retryMs > 0) {
        pause(reply.retryMs);
        return;
      }
    }
    port.healthy();
    pump();
  }

  /** Posts `first` and the chunks that may go. */
  function pump(first: CollectorPost = []): void {
    posting = true;
    const messages: CollectorPost = [...first, ...queue.takeUnsent(credits)];
    if (messages.length > 0) tell(messages);
    posting = false;
    if (credits > 0 && queue.pending().length > 0) watchForAnswer();
  }

  function tell(messages: CollectorPost): void {
    unanswered = true;
    port.post(messages);
  }

  /** Views and vitals were refused as well, perhaps the hello itself: all is said anew then. */
  function pause(ms: number): void {
    credits = 0;
    clearTimeout(retryTimer);
    retryTimer = setTimeout(port.restart, ms);
  }

  function watchForAnswer(): void {
    askedAt ??= performance.now();
    ackTimer ??= setTimeout(onAckTimer, ACK_TIMEOUT_MS);
  }

  function onAckTimer(): void {
    ackTimer = undefined;
    if (askedAt === undefined) return;
    const left = askedAt + ACK_TIMEOUT_MS - performance.now();
    if (left > 0) ackTimer = setTimeout(onAckTimer, left);
    else {
      stopWaiting();
      port.restart();
    }
  }

  function stopWaiting(): void {
    askedAt = undefined;
  }

  function close(): void {
    clearTimeout(ackTimer);
    clearTimeout(retryTimer);
    port.close();
  }

  // An orphan is found while the first connection is still being made.
  if (ending.signal.aborted) close();
  else ending.signal.addEventListener('abort', close);

  return {
    get made() {
      return queue.made;
    },
    send({ texts, kinds, vitals: readings, status }) {
      queue.seal(texts, kinds);
      // A view that was one too many is not there to have vitals.
      const changed = readings.filter(({ viewId }) => views.size < MAX_VIEWS || views.has(viewId));
      for (const vital of changed) vitals.set(`${vital.viewId} ${vital.name}`, vital);
      pump([...changed.map(vitalMessage), { type: 'status', ...status }]);
    },
    isFull: () => queue.pending().length > FULL_QUEUE_CHUNKS,
    view(view) {
      if (views.size >= MAX_VIEWS) return false;
      views.set(view.viewId, view);
      tell([viewMessage(view)]);
      return true;
    },
    leave() {
      // The outbox is on disk, and nobody opens it for a document that was never welcomed.
      const hasOutbox = nonce !== '' && !inPrivateWindow();
      if (posting) queue.rewind();
      const awake = !hasOutbox || (welcomed && performance.now() - lastReplyAt < WORKER_AWAKE_MS);
      // A worker that was killed a moment ago swallows what is posted: what fits goes both ways, and counts once.
      const chunks =
        awake && charactersOf(queue.pending()) > MAX_OUTBOX_CHARACTERS ? [] : outboxChunks(queue.pending());
      const fin: FinMessage = { type: 'fin', made: queue.made, exitDropped: 0 };
      if (awake) {
        const messages = [...queue.takeUnsent(Number.POSITIVE_INFINITY), fin];
        for (let i = 0; i < messages.length; i += MAX_POST_MESSAGES) {
          port.post(messages.slice(i, i + MAX_POST_MESSAGES) satisfies CollectorPost);
        }
      }
      if (hasOutbox) leaveInOutbox(introduce().pageLoadId, { nonce, chunks, vitals: [...vitals.values()], fin });
    },
    comeBack: port.restart,
  };
}

function viewMessage(view: ViewRecord): CollectorMessage {
  return { type: 'view', view };
}

function vitalMessage(vital: VitalRecord): CollectorMessage {
  return { type: 'vital', vital };
}

/** Chunks that fit the outbox: full ones when there is room, else without their expendable entries. */
function outboxChunks(chunks: readonly ChunkMessage[]): readonly ChunkMessage[] {
  return charactersOf(chunks) <= MAX_OUTBOX_CHARACTERS ? chunks : chunks.map(withoutExpendable);
}

function charactersOf(chunks: readonly ChunkMessage[]): number {
  return chunks.reduce((sum, chunk) => sum + chunk.entries.length, 0);
}
