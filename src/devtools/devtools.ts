import browser from 'webextension-polyfill';
import { DEVTOOLS_PORT, type InspectMessage } from '../channel/messages.ts';
import { openReconnectingPort } from '../channel/reconnecting-port.ts';

// Firefox resolves the path against this page, so it starts at the root.
void browser.devtools.panels.create('Vitalog', '/icons/icon-32.png', '/src/panel/panel.html');

const { tabId } = browser.devtools.inspectedWindow;
openReconnectingPort(DEVTOOLS_PORT, {
  onConnect(post) {
    post({ type: 'inspect', tabId } satisfies InspectMessage);
  },
  onMessage() {},
});
