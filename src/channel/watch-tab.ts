import { PANEL_PORT, type PanelReply, type WatchMessage } from './messages.ts';
import { openReconnectingPort } from './reconnecting-port.ts';

/** What a page of ours hears about the tab it watches. */
export interface TabListeners {
  /** The tab's session, also after every reconnect: read everything anew, notices may have been lost. */
  onSession(sessionId: string): void;
  onChanged(pageLoadId: string, revision: number): void;
  /** A sentence for the user when the store cannot take writes; null when it can again. */
  onStoreState(message: string | null): void;
  onLost(): void;
  onRestored(): void;
}

/** Watches the page loads of a tab; reconnects by itself. Returns what ends it. */
export function watchTab(tabId: number, listeners: TabListeners): () => void {
  let lost = false;
  const port = openReconnectingPort(PANEL_PORT, {
    onConnect(post) {
      post({ type: 'watch', tabId } satisfies WatchMessage);
    },
    onMessage(message) {
      port.healthy();
      if (lost) {
        lost = false;
        listeners.onRestored();
      }
      hear(message as PanelReply, listeners);
    },
    onDisconnect() {
      lost = true;
      listeners.onLost();
    },
    onOrphan() {
      listeners.onLost();
    },
  });
  return () => port.close();
}

function hear(message: PanelReply, listeners: TabListeners): void {
  if (message.type === 'watching') listeners.onSession(message.sessionId);
  else if (message.type === 'changed') listeners.onChanged(message.pageLoadId, message.revision);
  else listeners.onStoreState(message.message);
}
