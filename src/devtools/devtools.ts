import browser from 'webextension-polyfill';
import type { HarReply, InspectMessage } from '../channel/devtools-messages.ts';
import { DEVTOOLS_PORT } from '../channel/messages.ts';
import { openReconnectingPort } from '../channel/reconnecting-port.ts';
import { type NetworkApi, streamHar } from './har-stream.ts';

// Firefox resolves the path against this page, so it starts at the root.
void browser.devtools.panels.create('Vitalog', '/icons/icon-32.png', '/src/panel/panel.html');

const { tabId } = browser.devtools.inspectedWindow;
// The polyfill's types hold HAR for an object of any kind.
const stream = streamHar(browser.devtools.network as unknown as NetworkApi, (message) => port.post(message));
const port = openReconnectingPort(DEVTOOLS_PORT, {
  onConnect(post) {
    post({ type: 'inspect', tabId } satisfies InspectMessage);
    stream.connected();
  },
  onMessage(message) {
    port.healthy();
    stream.hear(message as HarReply);
  },
});
