import { type TabWatch, watchTab } from '../channel/watch-tab.ts';
import { openReader } from '../store/reader.ts';
import type { SessionSource } from './session-source.ts';
import { listSite, resumeSite } from './site-choice.ts';

/** A page that has not answered by then is gone, frozen or has nothing to add. */
const CENSUS_DEADLINE_MS = 1500;

/** The session of a tab as the extension stores it, told of changes by the background. */
export function createStoreSource(tabId: number): SessionSource {
  let watch: TabWatch | null = null;
  let onChange: () => void = () => {};
  return {
    ...openReader(),
    subscribe(listeners) {
      watch = watchTab(tabId, {
        ...listeners,
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
  };
}
