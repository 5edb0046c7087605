import { render } from 'preact';
import browser from 'webextension-polyfill';
import { OptionsView } from './OptionsView.tsx';
import { createSiteAccess } from './site-access.ts';

const root = document.getElementById('root');
if (root) {
  const { usage } = await navigator.storage.estimate();
  const access = await createSiteAccess();
  render(
    <OptionsView version={browser.runtime.getManifest().version} storedBytes={usage ?? null} access={access} />,
    root,
  );
}
