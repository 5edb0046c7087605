import { render } from 'preact';
import browser from 'webextension-polyfill';
import type { LocationKeeper } from '../panel/location-keeper.ts';
import { createPanelState } from '../panel/state/panel-state.ts';
import { createStoreSource } from '../panel/store-source.ts';
import { PopupView } from './PopupView.tsx';

/** A popup always shows the newest page load: it has no location to keep. */
const NO_LOCATION: LocationKeeper = { load: () => '', save: () => {}, onChange: () => {} };

const root = document.getElementById('root');
const [tab] = await browser.tabs.query({ active: true, currentWindow: true });

if (root) {
  const state =
    tab?.id === undefined ? null : createPanelState(createStoreSource(tab.id), NO_LOCATION, { maxSummarised: 0 });
  render(<PopupView state={state} />, root);
}
