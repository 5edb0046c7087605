import browser, { type Runtime } from 'webextension-polyfill';
import { COLLECTOR_PORT, DEVTOOLS_PORT, PANEL_PORT, type StopMessage } from '../channel/messages.ts';
import { OUTBOX_PREFIX } from '../channel/outbox.ts';
import { onOutboxChange } from '../store/outbox.ts';
import type { StoredPageLoad } from '../store/schema.ts';
import { createCacheChanges } from './cache-changes.ts';
import { serveCollector } from './collector-port.ts';
import { createCollectors } from './collectors.ts';
import { createDevtoolsPorts } from './devtools-ports.ts';
import { drainOutbox } from './drain-outbox.ts';
import { forgetSite } from './forget-site.ts';
import { documentIdentity, isOwnPage } from './identity.ts';
import { createIngest } from './ingest.ts';
import { createLostPageLoads } from './lost-page-loads.ts';
import { createMaintenance } from './maintenance.ts';
import { createPanels } from './panels.ts';
import { createRecording } from './recording.ts';
import { tabRecording } from './tab-recording.ts';

/** DevTools pages that outlived the worker are back within this time: their backoff ends at 5 s. */
const DEVTOOLS_BACK_MS = 10_000;

// Everything below is registered at once, so that the event which woke the worker finds its listener.
const collectors = createCollectors();
const recording = createRecording(collectors, () => panels.recordingChanged());
const cacheChanges = createCacheChanges({
  onListsChanged: () => panels.listsChanged(),
  onFinal: () => void maintenance.run().catch(() => {}),
});
const maintenance = createMaintenance({
  held: cacheChanges.held,
  onDeleted: () => void panels.listsChanged().catch(() => {}),
});
const panels = createPanels({
  cacheChanges,
  recordingOf: async (tabId) => tabRecording(tabId, await recording.situation()),
  forget: (origin) => forgetSite(origin, collectors),
  askForCensus: (tabId) => collectors.tellTab(tabId, { type: 'census' }),
});
const ingest = createIngest({ onChanged: pageLoadChanged, onTrouble: panels.storeState });
const lost = createLostPageLoads(pageLoadChanged, () => draining);
const devtools = createDevtoolsPorts(recording.devtoolsChanged);

browser.runtime.onConnect.addListener((port) => {
  const document = documentIdentity(port.sender);
  if (port.name === COLLECTOR_PORT && document) serveCollector(port, document, { ingest, collectors, recording, lost });
  else if (port.name === PANEL_PORT && isOwnPage(port.sender)) panels.serve(port);
  else if (port.name === DEVTOOLS_PORT && isOwnPage(port.sender)) devtools.serve(port);
  else refuse(port);
});
setTimeout(() => void devtools.prune(), DEVTOOLS_BACK_MS);
// What the worker's last life left undone.
maintenance.noteCommit();

// Chromium leaves the tabs that were open at the installation alone; Firefox injects there by itself, which does no harm.
browser.runtime.onInstalled.addListener(recording.startInOpenTabs);
browser.runtime.onStartup.addListener(recording.startInOpenTabs);
browser.permissions.onAdded.addListener(recording.startInOpenTabs);
browser.permissions.onRemoved.addListener(panels.recordingChanged);

let draining: Promise<void> = Promise.resolve();
function drain(): void {
  draining = draining
    .then(() => drainOutbox(ingest))
    .catch((error: unknown) => panels.storeState(`What a closed page left could not be stored: ${error}`));
}
onOutboxChange(OUTBOX_PREFIX, drain);
drain();

browser.tabs.onRemoved.addListener((tabId) => void lost.tabClosed(tabId).catch(() => {}));
lost.sweep().catch((error: unknown) => panels.storeState(`The log could not be read at the start: ${error}`));

function pageLoadChanged(record: StoredPageLoad): void {
  panels.changed(record);
  maintenance.noteCommit();
}

/** A collector in a frame without a URL of its own would come back for ever if it were not told to stop. */
function refuse(port: Runtime.Port): void {
  if (port.name === COLLECTOR_PORT) port.postMessage({ type: 'stop' } satisfies StopMessage);
  port.disconnect();
}
