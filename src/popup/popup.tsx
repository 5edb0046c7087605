import { render } from 'preact';
import browser from 'webextension-polyfill';
import { formatFor } from '../panel/format.ts';
import type { LocationKeeper } from '../panel/location-keeper.ts';
import { createSiteAccess } from '../panel/site-access.ts';
import { createPanelState } from '../panel/state/panel-state.ts';
import { createStoreSource } from '../panel/store-source.ts';
import { createStoredBudgets } from '../panel/stored-budgets.ts';
import { PopupView } from './PopupView.tsx';
import { createSiteState } from './site-state.ts';

/** A popup always shows the newest page load: it has no location to keep. */
const NO_LOCATION: LocationKeeper = { load: () => '', save: () => {}, onChange: () => {} };

formatFor(navigator.language);
const { version } = browser.runtime.getManifest();
const root = document.getElementById('root');
const budgets = createStoredBudgets();
const [[tab], access] = await Promise.all([
  browser.tabs.query({ active: true, currentWindow: true }),
  createSiteAccess(),
]);

if (root) {
  const id = tab?.id;
  const source = id === undefined ? null : createStoreSource(id);
  const state = source && createPanelState(source, NO_LOCATION, { maxSummarised: 0, budgets });
  const site = id === undefined || !source ? null : createSiteState(id, source.countPageLoads);
  render(<PopupView state={state} site={site} access={access} version={version} onOptions={openOptions} />, root);
}

/** A popup would stay open over the page of options. */
async function openOptions(): Promise<void> {
  await browser.runtime.openOptionsPage();
  window.close();
}
