import type { TabRecording } from '../model/recording.ts';
import { type CacheRequests, createCacheRequests } from './cache-requests.ts';
import {
  type CensusRequest,
  type DoneMessage,
  PANEL_PORT,
  type PanelReply,
  type PingMessage,
  type WatchMessage,
} from './messages.ts';
import { openReconnectingPort } from './reconnecting-port.ts';

/** What a page of ours hears about the tab it watches. */
export interface TabListeners {
  /** The tab's session, also after every reconnect: read everything anew, notices may have been lost. */
  onSession(sessionId: string): void;
  onChanged(pageLoadId: string, revision: number): void;
  /** A sentence for the user when the store cannot take writes; null when it can again. */
  onStoreState(message: string | null): void;
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
  close(): void;
}

/** Watches the page loads of a tab; reconnects by itself, and keeps the worker awake meanwhile. */
export function watchTab(tabId: number, listeners: TabListeners): TabWatch {
  let lost = false;
  const cache = createCacheRequests((message) => void port.post(message));
  const port = openReconnectingPort(PANEL_PORT, {
    onConnect(post) {
      post({ type: 'watch', tabId } satisfies WatchMessage);
      cache.onConnect(post);
    },
    onMessage(message) {
      port.healthy();
      if (lost) {
        lost = false;
        listeners.onRestored();
      }
      const reply = message as PanelReply;
      if (reply.type === 'done') cache.onDone(reply);
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
    askForCensus: () => void port.post({ type: 'census', tabId } satisfies CensusRequest),
    close() {
      clearInterval(pinging);
      port.close();
    },
  };
}

function hear(message: Exclude<PanelReply, DoneMessage>, listeners: TabListeners): void {
  switch (message.type) {
    case 'watching':
      listeners.onSession(message.sessionId);
      break;
    case 'changed':
      listeners.onChanged(message.pageLoadId, message.revision);
      break;
    case 'store-state':
      listeners.onStoreState(message.message);
      break;
    case 'recording':
      listeners.onRecording?.(message.recording);
      break;
    case 'forgotten':
      break;
  }
}
