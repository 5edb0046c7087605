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
    onConnect() {
      const watch: WatchMessage = { type: 'watch', tabId };
      // The port's methods are not there yet when the first connection is made, so ask in the next microtask.
      queueMicrotask(() => port.post(watch));
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
  switch (message.type) {
    case 'watching':
      return listeners.onSession(message.sessionId);
    case 'changed':
      return listeners.onChanged(message.pageLoadId, message.revision);
    case 'store-state':
      return listeners.onStoreState(message.message);
  }
}
