import { type ReadonlySignal, signal } from '@preact/signals';
import browser from 'webextension-polyfill';

/** The sites that the manifest asks for: all of them, for one records what one visits. */
const ALL_SITES = { origins: ['http://*/*', 'https://*/*'] };

/** Whether the extension may record on the sites that the user visits; the user can take that away in the browser's settings. */
export interface SiteAccess {
  readonly granted: ReadonlySignal<boolean>;
  /** Asks the user for it. Works only in answer to a click. */
  request(): Promise<void>;
}

export async function createSiteAccess(): Promise<SiteAccess> {
  const granted = signal(await browser.permissions.contains(ALL_SITES));
  const read = async () => {
    granted.value = await browser.permissions.contains(ALL_SITES);
  };
  browser.permissions.onAdded.addListener(read);
  browser.permissions.onRemoved.addListener(read);
  return {
    granted,
    async request() {
      await browser.permissions.request(ALL_SITES);
      await read();
    },
  };
}
