import { render } from 'preact';
import browser from 'webextension-polyfill';
import { App } from './App.tsx';
import { createBrowserTools } from './browser-tools.ts';
import { formatFor } from './format.ts';
import { inspectOutlined } from './in-page/inspect-outlined.ts';
import { createTabKeeper } from './location-keeper.ts';
import { createPanelState } from './state/panel-state.ts';
import { createStoreSource } from './store-source.ts';
import { createStoredBudgets } from './stored-budgets.ts';
import { followDevToolsTheme } from './theme.ts';

const { tabId } = browser.devtools.inspectedWindow;
const root = document.getElementById('root');

followDevToolsTheme();
formatFor(navigator.language);
if (root) {
  const budgets = await createStoredBudgets();
  const reload = (ignoreCache: boolean) => void browser.devtools.inspectedWindow.reload({ ignoreCache });
  const state = createPanelState(
    { ...createStoreSource(tabId), reload, inspectOutlined, tools: createBrowserTools() },
    createTabKeeper(tabId),
    { budgets },
  );
  render(<App state={state} version={browser.runtime.getManifest().version} />, root);
}
