import browser, { type Runtime } from 'webextension-polyfill';
import { COLLECTOR_PORT, DEVTOOLS_PORT, PANEL_PORT, type StopMessage } from '../channel/messages.ts';
import { OUTBOX_PREFIX } from '../channel/outbox.ts';
import { onOutboxChange } from '../store/outbox.ts';
import { createResilientStore } from '../store/resilient-store.ts';
import type { StoredPageLoad } from '../store/schema.ts';
import { createBudgetWatch } from './budget-watch.ts';
import { createCacheChanges } from './cache-changes.ts';
import { serveCollector } from './collector-port.ts';
import { createCollectors } from './collectors.ts';
import { createDevtoolsPorts } from './devtools-ports.ts';
import { drainOutbox } from './drain-outbox.ts';
import { forgetSite } from './forget-site.ts';
import { takeRequests } from './har-intake.ts';
import { documentIdentity, isOwnPage } from './identity.ts';
import { createIngest } from './ingest.ts';
import { createLostPageLoads } from './lost-page-loads.ts';
import { createMaintenance } from './maintenance.ts';
import { openPages } from './open-pages.ts';
import { createOutlines } from './outlines.ts';
import { createPanels } from './panels.ts';
import { createPrivateLoads } from './private-loads.ts';
import { wouldReachDisk } from './private-window.ts';
import { answerQuery } from './queries.ts';
import { createRecording } from './recording.ts';
import { tabRecording } from './tab-recording.ts';

/** DevTools pages that outlived the worker are back within this time: their backoff ends at 5 s. */
const DEVTOOLS_BACK_MS = 10_000;

// Everything below is registered at once, so that the event which woke the worker finds its listener.
const collectors = createCollectors();
const store = createResilientStore({
  onStates: (states) => panels.storeStates(states),
  onRenewed() {
    for (const collector of collectors.all()) collector.tell({ type: 'again' });
    void panels.listsChanged();
    drain();
  },
  liveIds: () => lost.live(),
  openPages,
});
const privateLoads = createPrivateLoads();
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
  forget: (origin) => forgetSite(origin, collectors, [privateLoads, store]),
  askForCensus: (tabId) => collectors.tellTab(tabId, { type: 'census' }),
  answer: (query) => answerQuery([privateLoads, store], query),
  lossRead: () => store.lossRead(),
  outlines: createOutlines(),
});
const budgets = createBudgetWatch(store, (record) => panels.changed(record));
const ingest = createIngest(store.commit, { onChanged: pageLoadChanged });
const lost = createLostPageLoads(store, pageLoadChanged, async () => {
  await draining;
  await ingest.settled();
});
const devtools = createDevtoolsPorts({
  onChanged: recording.devtoolsChanged,
  takeRequests: (tabId, message) => takeRequests(tabId, message, { isRecorded, onChanged: pageLoadChanged }),
});

const services = { ingest, collectors, recording, lost, store };
const privateIngest = createIngest(privateLoads.commit, { onChanged: panels.changed });
const privateLost = createLostPageLoads(privateLoads, panels.changed, privateIngest.settled);
const privateServices = {
  ingest: privateIngest,
  collectors,
  recording,
  lost: privateLost,
  store: privateLoads,
};

browser.runtime.onConnect.addListener((port) => {
  const document = documentIdentity(port.sender);
  if (port.name === COLLECTOR_PORT && document) {
    const inMemory = wouldReachDisk(port.sender?.tab?.incognito ?? false);
    serveCollector(port, document, inMemory ? privateServices : services);
  } else if (port.name === PANEL_PORT && isOwnPage(port.sender)) panels.serve(port);
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
  // What could not be stored stays there for the next time; the store tells why.
  draining = draining.then(() => drainOutbox(ingest)).catch(() => {});
}
onOutboxChange(OUTBOX_PREFIX, drain);
drain();

browser.tabs.onRemoved.addListener((tabId) => {
  for (const { tabClosed } of [lost, privateLost]) tabClosed(tabId).catch(() => {});
});
// The store tells why it could not be read; the next start sweeps again.
lost.sweep().catch(() => {});

function pageLoadChanged(record: StoredPageLoad): void {
  panels.changed(record);
  budgets.changed(record);
  maintenance.noteCommit();
}

async function isRecorded(tabId: number): Promise<boolean> {
  const { state, isPrivate } = await tabRecording(tabId, await recording.situation());
  // The network log has no place but the disk.
  return state === 'recording' && !wouldReachDisk(isPrivate);
}

/** A collector in a frame without a URL of its own would come back for ever if it were not told to stop. */
function refuse(port: Runtime.Port): void {
  if (port.name === COLLECTOR_PORT) port.postMessage({ type: 'stop' } satisfies StopMessage);
  port.disconnect();
}
