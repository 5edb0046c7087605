import type { Frame } from 'puppeteer';
import { pageRevision } from '../../analysis/page-revision.ts';
import type { PageSnapshot } from '../../model/snapshot.ts';
import { type PanelView, pickPageLoad, readPanelText, readPanelView } from '../browser/panel-view.ts';
import { poll } from '../browser/poll.ts';
import { readStore } from '../browser/read-store.ts';
import { CliError } from '../cli-error.ts';

/** Longer than the collector holds anything back (1 s to serialise, 250 ms to seal, then the way to the store), ms. */
const QUIET_FOR = 1600;
/** A page that never stops working is taken as it is after this, ms. */
const QUIET_WITHIN = 12_000;
const TIMEOUT = 30_000;

/** Panel and store at a moment when they agreed. */
export interface Settled {
  readonly view: PanelView;
  readonly snapshot: PageSnapshot;
  readonly frames: readonly PageSnapshot[];
  /** False: the page was still working. */
  readonly quiet: boolean;
}

/**
 * Waits until the panel shows this page load just as it is stored (same revision, as many entries as the ledger says), and, while
 * the page is open, nothing has changed for as long as the collector may hold things back. Throws a CliError when panel and store
 * do not come together.
 */
export async function settled(panel: Frame, pageLoadId: string): Promise<Settled> {
  const started = performance.now();
  let agreed = { key: '', since: started };
  const ask = async (): Promise<Settled | null> => {
    const view = await readPanelView(panel);
    if (view?.pageLoadId !== pageLoadId) {
      await pickPageLoad(panel, pageLoadId);
      return null;
    }
    const stored = documentsOf(pageLoadId, await readStore(panel));
    if (stored === undefined || !shows(view, stored)) return null;
    const { snapshot, frames } = stored;
    const now = performance.now();
    const key = `${view.revision} ${view.entries}`;
    if (key !== agreed.key) agreed = { key, since: now };
    const quiet = snapshot.pageLoad.state !== 'open' || now - agreed.since >= QUIET_FOR;
    return quiet || now - started >= QUIET_WITHIN ? { view, snapshot, frames, quiet } : null;
  };
  return poll(ask, { every: 200, timeout: TIMEOUT, onTimeout: () => new Error(pageLoadId) }).catch(async () => {
    throw new CliError(await disagreement(panel, pageLoadId));
  });
}

function documentsOf(
  pageLoadId: string,
  stored: readonly PageSnapshot[],
): Pick<Settled, 'snapshot' | 'frames'> | undefined {
  const documents = stored.filter(({ pageLoad }) => pageLoad.topPageLoadId === pageLoadId);
  const snapshot = documents.find(({ pageLoad }) => pageLoad.pageLoadId === pageLoadId);
  return snapshot && { snapshot, frames: documents.filter((document) => document !== snapshot) };
}

function revisionOf({ snapshot, frames }: Pick<Settled, 'snapshot' | 'frames'>): number {
  return pageRevision(
    snapshot.pageLoad,
    frames.map(({ pageLoad }) => pageLoad),
  );
}

function shows(view: PanelView, documents: Pick<Settled, 'snapshot' | 'frames'>): boolean {
  const { pageLoad, entries } = documents.snapshot;
  const { stored } = pageLoad.ledger;
  return view.revision === revisionOf(documents) && view.entries === stored && entries.length === stored;
}

async function disagreement(panel: Frame, pageLoadId: string): Promise<string> {
  const view = await readPanelView(panel);
  const stored = documentsOf(pageLoadId, await readStore(panel));
  const inStore = stored
    ? `revision ${revisionOf(stored)} with ${stored.snapshot.entries.length} entries`
    : 'nothing of this page load';
  const inPanel = view
    ? `revision ${view.revision} with ${view.entries} entries of ${view.pageLoadId}`
    : `"${await readPanelText(panel)}"`;
  return `The panel does not show what is stored: the store holds ${inStore}, the panel shows ${inPanel}. Run it again; if it stays so, report it as a bug.`;
}
