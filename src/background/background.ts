import browser from 'webextension-polyfill';
import { COLLECTOR_PORT, PANEL_PORT } from '../channel/messages.ts';
import { OUTBOX_PREFIX } from '../channel/outbox.ts';
import { onOutboxChange } from '../store/outbox.ts';
import { serveCollector } from './collector-port.ts';
import { drainOutbox } from './drain-outbox.ts';
import { documentIdentity, isOwnPage } from './identity.ts';
import { createIngest } from './ingest.ts';
import { createPanels } from './panels.ts';

// Everything below is registered at once, so that the event which woke the worker finds its listener.
const panels = createPanels();
const ingest = createIngest({ onChanged: panels.changed, onTrouble: panels.storeState });

browser.runtime.onConnect.addListener((port) => {
  const document = documentIdentity(port.sender);
  if (port.name === COLLECTOR_PORT && document) serveCollector(port, document, ingest);
  else if (port.name === PANEL_PORT && isOwnPage(port.sender)) panels.serve(port);
  else port.disconnect();
});

let draining: Promise<void> = Promise.resolve();
function drain(): void {
  draining = draining
    .then(() => drainOutbox(ingest))
    .catch((error: unknown) => panels.storeState(`What a closed page left could not be stored: ${error}`));
}
onOutboxChange(OUTBOX_PREFIX, drain);
drain();
