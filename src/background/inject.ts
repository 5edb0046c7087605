import browser, { type Tabs } from 'webextension-polyfill';
import { hostOf } from './host-of.ts';

/** A tab whose page can be recorded. */
export interface OpenTab {
  readonly tabId: number;
  readonly host: string;
}

/** The open tabs with a page that the extension may see; one that the browser unloaded has none. */
export async function openTabs(): Promise<readonly OpenTab[]> {
  const tabs = await browser.tabs.query({ url: ['http://*/*', 'https://*/*'], discarded: false });
  return tabs.map(openTab).filter((tab) => tab !== null);
}

/**
 * Starts the collector in all frames of a tab, as the manifest does for new documents. A document where it runs already is left
 * alone, and one that the browser closes to extensions refuses.
 */
export function injectCollector(tabId: number): Promise<void> {
  return inject(tabId, collectorFiles(), 'ISOLATED');
}

/** Runs files of ours in all frames of a tab, before anything else that the page still has to do. */
export async function inject(tabId: number, files: string[], world: 'ISOLATED' | 'MAIN'): Promise<void> {
  const target = { tabId, allFrames: true };
  // A tab that was closed meanwhile, or that no extension may touch.
  await browser.scripting.executeScript({ target, files, world, injectImmediately: true }).catch(() => {});
}

/** The collector as it was built: the manifest knows its name. */
function collectorFiles(): string[] {
  return browser.runtime.getManifest().content_scripts?.[0]?.js ?? [];
}

function openTab({ id, url }: Tabs.Tab): OpenTab | null {
  const host = hostOf(url);
  return id === undefined || host === null ? null : { tabId: id, host };
}
