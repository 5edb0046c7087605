import type { Page } from 'puppeteer';
import type { PageSnapshot } from '../../model/snapshot.ts';
import { openPanel } from '../browser/open-panel.ts';
import { poll } from '../browser/poll.ts';
import { readStore } from '../browser/read-store.ts';
import type { PageProfile } from './profile-page.ts';
import { settled } from './settled.ts';

/** How long the final record of a page that was left may take, ms. Without it the ledger says that the page is still open. */
const FINAL_RECORD_WITHIN = 5000;

/**
 * Leaves the last page, unless it stays open, so that its final record arrives; waits until the panel shows it as stored, takes
 * the picture and reads the session from the store.
 */
export async function finishSession(
  page: Page,
  last: PageProfile,
  staysOpen: boolean,
): Promise<{ readonly snapshots: readonly PageSnapshot[]; readonly screenshot: Uint8Array }> {
  if (!staysOpen) await page.goto('about:blank');
  // A later page that failed has closed the panel of this one.
  const panel = last.panel.devtools.isClosed() ? await openPanel(page) : last.panel;
  const session = async () =>
    (await readStore(panel.frame)).filter(({ pageLoad }) => pageLoad.sessionId === last.sessionId);
  if (!staysOpen) {
    const hasEnded = async () => {
      const record = (await session()).find(({ pageLoad }) => pageLoad.pageLoadId === last.pageLoadId);
      return record?.pageLoad.state === 'open' ? null : true;
    };
    const late = () => new Error('no final record');
    await poll(hasEnded, { every: 100, timeout: FINAL_RECORD_WITHIN, onTimeout: late }).catch(() => undefined);
  }
  await settled(panel.frame, last.pageLoadId);
  return { screenshot: await panel.devtools.screenshot(), snapshots: await session() };
}
