import type { Frame } from 'puppeteer';

/** What the panel shows: the attributes of its root element, and its headline. */
export interface PanelView {
  readonly pageLoadId: string;
  /** Revision of the analysis that is shown: of the page load and its frames. */
  readonly revision: number;
  /** Entries read for them. */
  readonly entries: number;
  readonly headline: string | null;
}

/** Reads what the panel shows at this moment; null while it shows no figures. */
export async function readPanelView(panel: Frame): Promise<PanelView | null> {
  return panel.evaluate(() => {
    const root = document.querySelector<HTMLElement>('[data-testid="panel"]');
    const { pageLoadId, revision, entries } = root?.dataset ?? {};
    if (pageLoadId === undefined) return null;
    const headline = document.querySelector('[data-testid="verdict"] h1')?.textContent ?? null;
    return { pageLoadId, revision: Number(revision), entries: Number(entries), headline };
  });
}

/** What the panel says instead of figures (an error, an empty state), for error messages. */
export async function readPanelText(panel: Frame): Promise<string> {
  return panel.evaluate(() => document.body.textContent.trim().replace(/\s+/g, ' ').slice(0, 200));
}

/** Picks a page load in the panel's list, as a user does who clicks on it. False when it is not in the list (yet). */
export async function pickPageLoad(panel: Frame, pageLoadId: string): Promise<boolean> {
  const button = await panel.$(`[data-testid="page-load"][data-page-load-id="${pageLoadId}"]`);
  if (button === null) return false;
  await button.click();
  await button.dispose();
  return true;
}
