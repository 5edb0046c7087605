import { render } from 'preact';
import browser from 'webextension-polyfill';
import { formatFor } from '../panel/format.ts';
import { createSiteAccess } from '../panel/site-access.ts';
import { createStoredBudgets } from '../panel/stored-budgets.ts';
import { OptionsView } from './OptionsView.tsx';
import { createSettingsState } from './settings-state.ts';

formatFor(navigator.language);
const root = document.getElementById('root');
if (root) {
  const { usage } = await navigator.storage.estimate();
  const budgets = createStoredBudgets();
  const [access, settings] = await Promise.all([createSiteAccess(), createSettingsState(), budgets.ready]);
  const { version } = browser.runtime.getManifest();
  render(
    <OptionsView version={version} storedBytes={usage ?? null} access={access} settings={settings} budgets={budgets} />,
    root,
  );
}
