import type { Runtime } from 'webextension-polyfill';
import { parsePanelMessage } from '../channel/guards.ts';
import type { PanelReply } from '../channel/messages.ts';
import type { PageLoadRecord } from '../model/page-load.ts';
import { sessionIdOf } from './session-id.ts';

/** The pages of ours that watch a tab right now. A lost one reconnects and asks again. */
export interface Panels {
  serve(port: Runtime.Port): void;
  changed(record: PageLoadRecord): void;
  storeState(message: string | null): void;
}

export function createPanels(): Panels {
  const watchers = new Map<Runtime.Port, number>();
  let trouble: string | null = null;

  function tell(port: Runtime.Port, message: PanelReply): void {
    try {
      port.postMessage(message);
    } catch {
      watchers.delete(port);
    }
  }

  return {
    serve(port) {
      port.onMessage.addListener(async (value: unknown) => {
        const message = parsePanelMessage(value);
        if (!message) return;
        watchers.set(port, message.tabId);
        tell(port, { type: 'watching', sessionId: await sessionIdOf(message.tabId) });
        if (trouble !== null) tell(port, { type: 'store-state', message: trouble });
      });
      port.onDisconnect.addListener(() => watchers.delete(port));
    },
    changed({ tabId, pageLoadId, revision }) {
      for (const [port, watched] of watchers) {
        if (watched === tabId) tell(port, { type: 'changed', pageLoadId, revision });
      }
    },
    storeState(message) {
      if (message === trouble) return;
      trouble = message;
      for (const port of watchers.keys()) tell(port, { type: 'store-state', message });
    },
  };
}
