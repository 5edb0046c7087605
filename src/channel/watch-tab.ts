import type { TabRecording } from '../model/recording.ts';
import type { StoreState } from '../model/store-state.ts';
import { type CacheRequests, createCacheRequests } from './cache-requests.ts';
import { PANEL_PORT } from './messages.ts';
import { createOutlineRequests, type OutlineRequests } from './outline-requests.ts';
import type {
  CensusRequest,
  DoneMessage,
  LossReadMessage,
  OutlinedMessage,
  PanelReply,
  PingMessage,
  ReadResultMessage,
  StoreQuery,
  WatchMessage,
} from './panel-messages.ts';
import { createQueries } from './queries.ts';
import { openReconnectingPort } from './reconnecting-port.ts';

/** What a page of ours hears about the tab it watches. */
export interface TabListeners {
  /** The tab's session, also after every reconnect: read everything anew, notices may have been lost. */
  onSession(sessionId: string): void;
  onChanged(pageLoadId: string, revision: number): void;
  /** What is wrong with the store; nothing when all is well. */
  onStoreStates(states: readonly StoreState[]): void;
  /** Whether the tab's page is recorded. */
  onRecording?(recording: TabRecording): void;
  onLost(): void;
  onRestored(): void;
}

/** The worker falls asleep after 30 s without a message. */
const PING_MS = 20_000;

/** A tab that is being watched. */
export interface TabWatch {
  /** Has its documents take the census of images anew; what they find comes as a change. */
  askForCensus(): void;
  /** What may be asked of the store. */
  readonly cache: CacheRequests;
  /** Has elements outlined in the page. */
  readonly outline: OutlineRequests['outline'];
  /** Has the background read from the store. Rejects with a sentence when it cannot; waits while there is no connection. */
  read(query: StoreQuery): Promise<unknown>;
  /** The user has read that rows were lost. */
  lossRead(): void;
  close(): void;
}

/** Watches the page loads of a tab; reconnects by itself, and keeps the worker awake meanwhile. */
export function watchTab(tabId: number, listeners: TabListeners): TabWatch {
  let lost = false;
  const cache = createCacheRequests((message) => void port.post(message));
  const outlines = createOutlineRequests((message) => port.post(message));
  const queries = createQueries((message) => port.post(message));
  const port = openReconnectingPort(PANEL_PORT, {
    onConnect(post) {
      post({ type: 'watch', tabId } satisfies WatchMessage);
      cache.onConnect(post);
      queries.askAgain(post);
      outlines.onConnect();
    },
    onMessage(message) {
      port.healthy();
      if (lost) {
        lost = false;
        listeners.onRestored();
      }
      const reply = message as PanelReply;
      if (reply.type === 'done') cache.onDone(reply);
      else if (reply.type === 'read-result') queries.answered(reply);
      else if (reply.type === 'outlined') outlines.onOutlined(reply);
      else hear(reply, listeners);
    },
    onDisconnect() {
      lost = true;
      listeners.onLost();
    },
    onOrphan() {
      listeners.onLost();
    },
  });
  const pinging = setInterval(() => port.post({ type: 'ping' } satisfies PingMessage), PING_MS);
  return {
    cache,
    outline: outlines.outline,
    read: queries.ask,
    lossRead: () => void port.post({ type: 'loss-read' } satisfies LossReadMessage),
    askForCensus: () => void port.post({ type: 'census', tabId } satisfies CensusRequest),
    close() {
      clearInterval(pinging);
      port.close();
    },
  };
}

function hear(
  message: Exclude<PanelReply, DoneMessage | OutlinedMessage | ReadResultMessage>,
  listeners: TabListeners,
): void {
  switch (message.type) {
    case 'watching':
      listeners.onSession(message.sessionId);
      break;
    case 'changed':
      listeners.onChanged(message.pageLoadId, message.revision);
      break;
    case 'store-state':
      listeners.onStoreStates(message.states);
      break;
    case 'recording':
      listeners.onRecording?.(message.recording);
      break;
    case 'forgotten':
      break;
  }
}
