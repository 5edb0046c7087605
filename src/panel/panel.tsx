import { render } from 'preact';
import browser from 'webextension-polyfill';
import { App } from './App.tsx';
import { createTabKeeper } from './location-keeper.ts';
import { createPanelState } from './state/panel-state.ts';
import { createStoreSource } from './store-source.ts';
import { createStoredBudgets } from './stored-budgets.ts';
import { followDevToolsTheme } from './theme.ts';

const { tabId } = browser.devtools.inspectedWindow;
const root = document.getElementById('root');

followDevToolsTheme();
if (root) {
  const budgets = await createStoredBudgets();
  const state = createPanelState(createStoreSource(tabId), createTabKeeper(tabId), { budgets });
  render(<App state={state} version={browser.runtime.getManifest().version} />, root);
}
