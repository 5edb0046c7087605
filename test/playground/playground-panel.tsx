import '../unit/support/fake-browser.ts';
import { render } from 'preact';
import { App } from '../../src/panel/App.tsx';
import { createHashKeeper } from '../../src/panel/location-keeper.ts';
import { createPanelState } from '../../src/panel/state/panel-state.ts';
import '../../src/panel/styles/panel.css';
import { openChosen } from './open-chosen.ts';

const { root, source } = await openChosen();
const state = createPanelState(source, createHashKeeper());
render(<App state={state} version="playground" />, root);
