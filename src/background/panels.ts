import type { Runtime } from 'webextension-polyfill';
import { parsePanelMessage } from '../channel/guards.ts';
import type { OutlineRequest, PanelReply, ReadMessage, StoreQuery } from '../channel/panel-messages.ts';
import type { PageLoadRecord } from '../model/page-load.ts';
import type { TabRecording } from '../model/recording.ts';
import type { StoreState } from '../model/store-state.ts';
import type { CacheChanges } from './cache-changes.ts';
import type { Outlines } from './outlines.ts';
import { sessionIdOf } from './session-id.ts';
import { createTabNavigations } from './tab-navigations.ts';

/** The pages of ours that watch a tab right now. A lost one reconnects and asks again. */
export interface Panels {
  serve(port: Runtime.Port): void;
  changed(record: PageLoadRecord): void;
  /** What is wrong with the store now. */
  storeStates(states: readonly StoreState[]): void;
  /** Recording may have changed for any tab. */
  recordingChanged(): void;
  /** Lists of page loads changed otherwise than by a page load: all are told their session again, and read everything anew. */
  listsChanged(): Promise<void>;
}

/** What a page of ours may ask for. */
export interface PanelServices {
  recordingOf(tabId: number): Promise<TabRecording>;
  /** Deletes what is stored of an origin; resolves with how many page loads that were. */
  forget(origin: string): Promise<number>;
  /** Has the images of all documents of a tab counted once more. */
  askForCensus(tabId: number): void;
  /** Reads for a page that cannot; rejects when it cannot be read here either. */
  answer(query: StoreQuery): Promise<unknown>;
  /** The user has read that rows were lost. */
  lossRead(): Promise<void>;
  readonly cacheChanges: Pick<CacheChanges, 'serve' | 'closed'>;
  readonly outlines: Outlines;
}

export function createPanels({
  recordingOf,
  forget,
  askForCensus,
  answer,
  lossRead,
  cacheChanges,
  outlines,
}: PanelServices): Panels {
  const watchers = new Map<Runtime.Port, number>();
  let states: readonly StoreState[] = [];
  /** The next page of a tab may be recorded otherwise; one that is not recorded says nothing itself. */
  const navigations = createTabNavigations((tabId) => {
    for (const [port, watched] of watchers) if (watched === tabId) void tellRecording(port, tabId);
  });

  function tell(port: Runtime.Port, message: PanelReply): void {
    try {
      port.postMessage(message);
    } catch {
      watchers.delete(port);
    }
  }

  async function watch(port: Runtime.Port, tabId: number): Promise<void> {
    watchers.set(port, tabId);
    navigations.listen(true);
    // First: it says where to read from.
    tell(port, { type: 'store-state', states });
    tell(port, { type: 'watching', sessionId: await sessionIdOf(tabId) });
    await tellRecording(port, tabId);
  }

  async function tellRecording(port: Runtime.Port, tabId: number): Promise<void> {
    // A tab that is gone has no recording, and nobody who asks.
    const recording = await recordingOf(tabId).catch(() => null);
    if (recording) tell(port, { type: 'recording', recording });
  }

  async function forgetFor(port: Runtime.Port, origin: string): Promise<void> {
    const pageLoads = await forget(origin);
    tell(port, { type: 'forgotten', origin, pageLoads });
    await listsChanged();
  }

  async function listsChanged(): Promise<void> {
    for (const [watcher, tabId] of watchers) {
      tell(watcher, { type: 'watching', sessionId: await sessionIdOf(tabId) });
    }
  }

  async function read(port: Runtime.Port, { id, query }: ReadMessage): Promise<void> {
    const result = await answer(query).then(
      (value) => ({ value }),
      (error: unknown) => ({ error: error instanceof Error ? error.message : String(error) }),
    );
    tell(port, { type: 'read-result', id, ...result });
  }

  async function outlineFor(port: Runtime.Port, { request, target }: OutlineRequest): Promise<void> {
    const tabId = watchers.get(port);
    if (tabId === undefined) return;
    const result = await outlines.show(port, tabId, target);
    if (result) tell(port, { type: 'outlined', request, result });
  }

  return {
    listsChanged,
    serve(port) {
      port.onMessage.addListener(async (value: unknown) => {
        const message = parsePanelMessage(value);
        if (message?.type === 'watch') await watch(port, message.tabId);
        else if (message?.type === 'census') askForCensus(message.tabId);
        else if (message?.type === 'forget') await forgetFor(port, message.origin);
        else if (message?.type === 'cache' || message?.type === 'hold') await cacheChanges.serve(port, message);
        else if (message?.type === 'read') await read(port, message);
        else if (message?.type === 'loss-read') await lossRead();
        else if (message?.type === 'outline') await outlineFor(port, message);
      });
      port.onDisconnect.addListener(() => {
        watchers.delete(port);
        if (watchers.size === 0) navigations.listen(false);
        cacheChanges.closed(port);
        outlines.closed(port);
      });
    },
    changed({ tabId, pageLoadId, revision }) {
      for (const [port, watched] of watchers) {
        if (watched === tabId) tell(port, { type: 'changed', pageLoadId, revision });
      }
    },
    storeStates(now) {
      states = now;
      for (const port of watchers.keys()) tell(port, { type: 'store-state', states });
    },
    recordingChanged() {
      for (const [port, tabId] of watchers) void tellRecording(port, tabId);
    },
  };
}
