import browser from 'webextension-polyfill';

/** One key a tab, so that opening and closing at the same moment do not undo each other. */
const PREFIX = 'devtools/';

/** The tabs with DevTools open, as far as a worker that slept meanwhile can know. */
export async function readDevtoolsTabs(): Promise<ReadonlySet<number>> {
  const all: Record<string, unknown> = await browser.storage.session.get(null);
  const keys = Object.keys(all).filter((key) => key.startsWith(PREFIX));
  return new Set(keys.map((key) => Number(key.slice(PREFIX.length))));
}

export async function addDevtoolsTab(tabId: number): Promise<void> {
  await browser.storage.session.set({ [PREFIX + tabId]: true });
}

export async function removeDevtoolsTab(tabId: number): Promise<void> {
  await browser.storage.session.remove(PREFIX + tabId);
}
