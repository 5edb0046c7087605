import type { Runtime } from 'webextension-polyfill';
import type { HarMessage, HarReply } from '../channel/devtools-messages.ts';
import { parseDevtoolsMessage } from '../channel/guards.ts';
import { addDevtoolsTab, readDevtoolsTabs, removeDevtoolsTab } from '../store/devtools-tabs.ts';

/** The DevTools pages of ours: one a tab, connected for as long as its DevTools are open. */
export interface DevtoolsPorts {
  serve(port: Runtime.Port): void;
  /** Lets go of tabs whose DevTools were closed while the worker slept: those that did not come back. */
  prune(): Promise<void>;
}

/** What the DevTools pages are served with. */
export interface DevtoolsServices {
  /** DevTools were opened or closed on a tab, and that was noted. */
  onChanged(tabId: number): void;
  /** Takes in a batch of the network log. */
  takeRequests(tabId: number, message: HarMessage): Promise<HarReply['type']>;
}

export function createDevtoolsPorts({ onChanged, takeRequests }: DevtoolsServices): DevtoolsPorts {
  const ports = new Map<number, Runtime.Port>();

  return {
    serve(port) {
      let inspected: number | null = null;
      /** One batch after the other: each makes one transaction. */
      let taking: Promise<void> = Promise.resolve();

      async function inspect(tabId: number): Promise<void> {
        inspected = tabId;
        ports.set(tabId, port);
        await addDevtoolsTab(tabId);
        onChanged(tabId);
      }

      async function take(tabId: number, message: HarMessage): Promise<void> {
        // What could not be written is offered again.
        const type = await takeRequests(tabId, message).catch(() => 'har-later' as const);
        try {
          port.postMessage({ type, n: message.n } satisfies HarReply);
        } catch {
          // DevTools were closed meanwhile.
        }
      }

      port.onMessage.addListener((value: unknown) => {
        const message = parseDevtoolsMessage(value);
        const tabId = inspected;
        if (message?.type === 'inspect' && tabId === null) taking = inspect(message.tabId);
        else if (message?.type === 'har' && tabId !== null) taking = taking.then(() => take(tabId, message));
      });
      port.onDisconnect.addListener(async () => {
        // A newer port of the same tab stands in its place.
        if (inspected === null || ports.get(inspected) !== port) return;
        ports.delete(inspected);
        await removeDevtoolsTab(inspected);
        onChanged(inspected);
      });
    },
    async prune() {
      for (const tabId of await readDevtoolsTabs()) {
        if (ports.has(tabId)) continue;
        await removeDevtoolsTab(tabId);
        onChanged(tabId);
      }
    },
  };
}
