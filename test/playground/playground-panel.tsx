import '../unit/support/fake-browser.ts';
import { render } from 'preact';
import { App } from '../../src/panel/App.tsx';
import { formatFor } from '../../src/panel/format.ts';
import { createHashKeeper } from '../../src/panel/location-keeper.ts';
import { createPanelState } from '../../src/panel/state/panel-state.ts';
import '../../src/panel/styles/panel.css';
import { openSession } from './sessions/sessions.ts';

const params = new URLSearchParams(location.search);
const theme = params.get('theme');
const root = document.getElementById('root');

formatFor(params.get('locale') ?? navigator.language);
if (theme) document.documentElement.dataset.theme = theme;
if (root) {
  const source = await openSession(params.get('session') ?? '');
  const state = createPanelState(source, createHashKeeper());
  render(<App state={state} version="playground" />, root);
}
