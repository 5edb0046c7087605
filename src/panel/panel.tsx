import { render } from 'preact';
import browser from 'webextension-polyfill';
import { App } from './App.tsx';
import type { PageAnalyst } from './analysis/page-analyst.ts';
import { createWorkerAnalyst } from './analysis/worker-analyst.ts';
import { createBrowserTools } from './browser-tools.ts';
import { whenDrawable } from './first-drawing.ts';
import { formatFor } from './format.ts';
import { createTabKeeper } from './location-keeper.ts';
import { createPanelState } from './state/panel-state.ts';
import { createStoreSource } from './store-source.ts';
import { createStoredBudgets } from './stored-budgets.ts';
import { followDevToolsTheme } from './theme.ts';

const { tabId } = browser.devtools.inspectedWindow;
const startWorker = () => new Worker(new URL('./analysis/analyst-worker.ts', import.meta.url), { type: 'module' });
const root = document.getElementById('root');

followDevToolsTheme();
formatFor(navigator.language);
if (root) {
  const budgets = createStoredBudgets();
  const reload = (ignoreCache: boolean) => void browser.devtools.inspectedWindow.reload({ ignoreCache });
  const source = createStoreSource(tabId);
  const inspectOutlined = async (frame: string | null) =>
    (await import('./in-page/inspect-outlined.ts')).inspectOutlined(frame);
  const makeAnalyst = (local: PageAnalyst) => createWorkerAnalyst(startWorker, local, source.isDirect);
  const state = createPanelState(
    { ...source, reload, inspectOutlined, tools: createBrowserTools() },
    createTabKeeper(tabId),
    { budgets, makeAnalyst },
  );
  whenDrawable(state, () => render(<App state={state} version={browser.runtime.getManifest().version} />, root));
}
