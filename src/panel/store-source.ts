import { watchTab } from '../channel/watch-tab.ts';
import { openReader } from '../store/reader.ts';
import type { SessionSource } from './session-source.ts';

/** The session of a tab as the extension stores it, told of changes by the background. */
export function createStoreSource(tabId: number): SessionSource {
  return { ...openReader(), subscribe: (listeners) => watchTab(tabId, listeners) };
}
