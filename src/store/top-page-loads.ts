import browser from 'webextension-polyfill';

const PREFIX = 'top/';

/** The page load that a tab shows: the one of its top document. */
export interface TopPageLoad {
  readonly pageLoadId: string;
  /** `URL.host` of the document. */
  readonly host: string;
}

/** What each tab showed last; the session area is for the worker's next life. */
const latest = new Map<number, TopPageLoad>();

/** The page load that a tab shows, as far as anybody told; undefined when nobody did in this run of the browser. */
export async function topPageLoadOfTab(tabId: number): Promise<TopPageLoad | undefined> {
  const known = latest.get(tabId);
  if (known) return known;
  const key = PREFIX + tabId;
  const stored: unknown = (await browser.storage.session.get(key))[key];
  return stored as TopPageLoad | undefined;
}

/** Another page load is on top in a tab: a new one, or one that came back from bfcache. */
export async function setTopPageLoad(tabId: number, top: TopPageLoad): Promise<void> {
  latest.set(tabId, top);
  await browser.storage.session.set({ [PREFIX + tabId]: top });
}
