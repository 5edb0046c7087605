import browser from 'webextension-polyfill';
import { browserRun } from '../store/browser-run.ts';
import { markLost } from '../store/open-page-loads.ts';
import type { PageLoadStore } from '../store/page-load-store.ts';
import type { StoredPageLoad } from '../store/schema.ts';
import { sessionIdOf } from './session-id.ts';

/**
 * A document that lives connects again within its backoff, if it has anything to tell; one that comes back later opens its page load
 * again. Users hear of a crash within 5 s.
 */
const BACK_MS = 4000;

/** Notices page loads that ended without a word: a crashed page, a closed tab, a killed browser. */
export interface LostPageLoads {
  /** The page loads whose documents are connected. */
  live(): ReadonlySet<string>;
  /** A collector's port stands. */
  connected(pageLoadId: string): void;
  /** It is gone, and all that came by it is with the ingest; the document may be gone too, and is when its tab was closed. */
  disconnected(pageLoadId: string, tabId: number): void;
  /** A tab was closed; what its documents left on their way is taken in first. */
  tabClosed(tabId: number): Promise<void>;
  /** The worker starts: page loads of earlier runs of the browser have no document any more. */
  sweep(): Promise<void>;
}

/** `onChanged` hears of each page load that was found lost. `settled` resolves when what is on its way is stored. */
export function createLostPageLoads(
  store: Pick<PageLoadStore, 'commit' | 'openPageLoads'>,
  onChanged: (record: StoredPageLoad) => void,
  settled: () => Promise<void>,
): LostPageLoads {
  const ports = new Map<string, number>();

  async function lose(ids: readonly string[]): Promise<void> {
    for (const record of await markLost(store.commit, ids, Date.now())) onChanged(record);
  }

  async function loseUnlessBack(pageLoadId: string): Promise<void> {
    await settled();
    if (!ports.has(pageLoadId)) await lose([pageLoadId]);
  }

  return {
    live: () => new Set(ports.keys()),
    connected(pageLoadId) {
      ports.set(pageLoadId, (ports.get(pageLoadId) ?? 0) + 1);
    },
    disconnected(pageLoadId, tabId) {
      const left = (ports.get(pageLoadId) ?? 1) - 1;
      if (left > 0) ports.set(pageLoadId, left);
      else ports.delete(pageLoadId);
      const check = () => void loseUnlessBack(pageLoadId).catch(() => {});
      // A worker that dies meanwhile leaves it to the end of the tab.
      setTimeout(check, BACK_MS);
      // What a closed tab said last may come after the news of its end.
      browser.tabs.get(tabId).catch(check);
    },
    async tabClosed(tabId) {
      const sessionId = await sessionIdOf(tabId);
      await settled();
      await lose(await store.openPageLoads((record) => record.sessionId === sessionId));
    },
    async sweep() {
      const run = `${await browserRun()}:`;
      await settled();
      await lose(await store.openPageLoads((record) => !record.sessionId.startsWith(run)));
    },
  };
}
