import '../unit/support/fake-browser.ts';
import { signal } from '@preact/signals';
import { render } from 'preact';
import { createHashKeeper } from '../../src/panel/location-keeper.ts';
import { createPanelState } from '../../src/panel/state/panel-state.ts';
import { PopupView } from '../../src/popup/PopupView.tsx';
import { openChosen } from './open-chosen.ts';
import { createRecordedSite } from './recorded-site.ts';

const { root, source } = await openChosen();
const state = createPanelState(source, createHashKeeper(), { maxSummarised: 0 });
const site = createRecordedSite(source);
const access = { granted: signal(true), request: async () => {} };
render(<PopupView state={state} site={site} access={access} version="playground" onOptions={() => {}} />, root);
