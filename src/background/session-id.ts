import { browserRun } from '../store/browser-run.ts';

/** The session of a tab: the same as long as the tab lives, another after a browser restart. */
export async function sessionIdOf(tabId: number): Promise<string> {
  return `${await browserRun()}:${tabId}`;
}
