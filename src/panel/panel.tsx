import { render } from 'preact';
import browser from 'webextension-polyfill';
import { App } from './App.tsx';
import { createTabKeeper } from './location-keeper.ts';
import { createPanelState } from './state/panel-state.ts';
import { createStoreSource } from './store-source.ts';
import { followDevToolsTheme } from './theme.ts';

const { tabId } = browser.devtools.inspectedWindow;
const root = document.getElementById('root');

followDevToolsTheme();
if (root) {
  const state = createPanelState(createStoreSource(tabId), createTabKeeper(tabId));
  render(<App state={state} version={browser.runtime.getManifest().version} />, root);
}
