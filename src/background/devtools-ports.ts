import type { Runtime } from 'webextension-polyfill';
import { parseInspectMessage } from '../channel/guards.ts';
import { addDevtoolsTab, readDevtoolsTabs, removeDevtoolsTab } from '../store/devtools-tabs.ts';

/** The DevTools pages of ours: one a tab, connected for as long as its DevTools are open. */
export interface DevtoolsPorts {
  serve(port: Runtime.Port): void;
  /** Lets go of tabs whose DevTools were closed while the worker slept: those that did not come back. */
  prune(): Promise<void>;
}

/** `onChanged` is called when DevTools were opened or closed on a tab, after that was noted. */
export function createDevtoolsPorts(onChanged: (tabId: number) => void): DevtoolsPorts {
  const ports = new Map<number, Runtime.Port>();

  return {
    serve(port) {
      let inspected: number | null = null;
      port.onMessage.addListener(async (value: unknown) => {
        const message = parseInspectMessage(value);
        if (!message || inspected !== null) return;
        inspected = message.tabId;
        ports.set(inspected, port);
        await addDevtoolsTab(inspected);
        onChanged(inspected);
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
