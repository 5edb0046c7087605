import browser from 'webextension-polyfill';
import { storedSamples } from '../analysis/budgets/stored-samples.ts';
import { type TabWatch, watchTab } from '../channel/watch-tab.ts';
import type { StoreState } from '../model/store-state.ts';
import {
  getHistory,
  isUnavailable,
  listPageLoadKeys,
  listSessions,
  onReadsBlocked,
  readKeptValues,
  readRequests,
  readStatistics,
} from '../store/reader.ts';
import { type BackgroundReader, createBackgroundReader } from './background-reader.ts';
import type { SessionSource, StorageSource } from './session-source.ts';
import { listSite, resumeSite } from './site-choice.ts';

/** A page that has not answered by then is gone, frozen or has nothing to add. */
const CENSUS_DEADLINE_MS = 1500;

/** The panel's source, which the popup asks for a count as well. */
export type StoreSource = SessionSource & Pick<BackgroundReader, 'countPageLoads' | 'isDirect'>;

const BLOCKED_HERE: StoreState = {
  kind: 'blocked',
  message:
    'Another page of Vitalog keeps the database from being opened here. Close other Vitalog pages and DevTools windows; the panel then goes on by itself.',
};

/** The session of a tab as the extension stores it, told of changes by the background, and read through it where need be. */
export function createStoreSource(tabId: number): StoreSource {
  let watch: TabWatch | null = null;
  let onChange: () => void = () => {};
  const reader = createBackgroundReader(
    (query) => watch?.read(query) ?? Promise.reject(new Error('The panel is closed.')),
  );
  return {
    ...reader,
    ...(hasDatabase() && { storage: storageOf(() => watch) }),
    // Without a database there are no earlier page loads.
    readSamples: async (origin) => storedSamples(await readKeptValues(origin).catch(noneWhereUnavailable)),
    readRequests,
    subscribe(listeners) {
      let told: readonly StoreState[] = [];
      let blocked: readonly StoreState[] = [];
      const tell = () => listeners.onStoreStates([...told, ...blocked]);
      onReadsBlocked((isBlocked) => {
        blocked = isBlocked ? [BLOCKED_HERE] : [];
        tell();
      });
      watch = watchTab(tabId, {
        ...listeners,
        onStoreStates(states) {
          reader.follow(states);
          told = states;
          tell();
        },
        onChanged(pageLoadId, revision) {
          listeners.onChanged(pageLoadId, revision);
          onChange();
        },
      });
      return watch.close;
    },
    record: (host, how) => (how === 'resume' ? resumeSite(host) : listSite(host)),
    completed() {
      return new Promise((resolve) => {
        onChange = resolve;
        setTimeout(resolve, CENSUS_DEADLINE_MS);
        watch?.askForCensus();
      });
    },
    outline: async (target) => watch?.outline(target) ?? null,
    lossRead: () => watch?.lossRead(),
  };
}

/** Changes are asked for over the port of the watch, which stands as soon as somebody subscribed. */
function storageOf(watch: () => TabWatch | null): StorageSource {
  const requests = () => {
    const { cache } = watch() ?? {};
    if (!cache) throw new Error('The panel is not connected yet. Try it again.');
    return cache;
  };
  return {
    statistics: readStatistics,
    listSessions,
    listPageLoadKeys,
    getHistory,
    pinSession: async (sessionId, pinned) => requests().pinSession(sessionId, pinned),
    markBaseline: async (pageLoadId, baseline) => requests().markBaseline(pageLoadId, baseline),
    noteUse: async (pageLoadId) => requests().noteUse(pageLoadId),
    remove: async (scope) => requests().remove(scope),
  };
}

/** Firefox gives none to extension pages in private windows; Chromium, where these have a worker of their own, one in memory. */
function hasDatabase(): boolean {
  return !browser.extension.inIncognitoContext || browser.runtime.getManifest().incognito === 'split';
}

function noneWhereUnavailable(error: unknown): readonly never[] {
  if (!isUnavailable(error)) throw error;
  return [];
}
