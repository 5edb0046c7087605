import type { Frame, Page } from 'puppeteer';
import { relativeMetrics } from '../../analysis/budgets/baseline.ts';
import type { Verdict } from '../../analysis/verdict.ts';
import type { Budget } from '../../model/budget.ts';
import type { PageSnapshot } from '../../model/snapshot.ts';
import type { LaunchedBrowser } from '../browser/launch-browser.ts';
import { poll } from '../browser/poll.ts';
import { readStore } from '../browser/read-store.ts';
import { goTo } from '../visit/go-to.ts';
import { checkVerdict } from './check-verdict.ts';
import type { PageProfile } from './profile-page.ts';
import type { SessionOptions } from './session-options.ts';
import { type Settled, settled } from './settled.ts';

/** How long the final record of a page that was left may take, ms. Without it the ledger says that the page is still open. */
const FINAL_RECORD_WITHIN = 5000;

/** How long it may take to leave the last page, ms. */
const LEFT_WITHIN = 30_000;

/** The session as it is stored in the end. */
export interface FinishedSession {
  readonly snapshots: readonly PageSnapshot[];
  /** PNG of the DevTools window with the panel at the page with the worst verdict. */
  readonly screenshot: Uint8Array;
}

/**
 * Leaves the last page, unless it stays open, so that its final record arrives. Goes through the profiled pages in the panel and
 * compares what it shows of each with the store; takes the picture at the worst. Throws a CliError when they differ.
 */
export async function finishSession(
  page: Page,
  profiles: readonly [PageProfile, ...PageProfile[]],
  openPanel: LaunchedBrowser['openPanel'],
  { staysOpen, budgets }: Pick<SessionOptions, 'staysOpen' | 'budgets'>,
): Promise<FinishedSession> {
  const last = profiles.at(-1) ?? profiles[0];
  if (!staysOpen) await goTo(page, 'about:blank', LEFT_WITHIN);
  // A later page that failed has closed the panel of this one.
  const panel = (await last.panel.isOpen()) ? last.panel : await openPanel(page);
  if (!staysOpen) await finalRecord(panel.frame, last.pageLoadId);
  let worst = { pageLoadId: profiles[0].pageLoadId, badness: -1 };
  for (const { pageLoadId } of profiles) {
    const state = await compared(panel.frame, pageLoadId, budgets);
    const badness = badnessOf(checkVerdict(state, await sessionOf(panel.frame, last.sessionId), budgets));
    if (badness > worst.badness) worst = { pageLoadId, badness };
  }
  await settled(panel.frame, worst.pageLoadId);
  const screenshot = await panel.screenshot();
  return { screenshot, snapshots: await sessionOf(panel.frame, last.sessionId) };
}

/** Relative limits are judged anew when all page loads before this one have been analysed. */
async function compared(panel: Frame, pageLoadId: string, budgets: readonly Budget[]): Promise<Settled> {
  const state = await settled(panel, pageLoadId);
  if (relativeMetrics(budgets).length === 0) return state;
  await panel.waitForSelector('[data-testid="panel"][data-settled="true"]');
  return settled(panel, pageLoadId);
}

async function sessionOf(panel: Frame, sessionId: string): Promise<readonly PageSnapshot[]> {
  return (await readStore(panel)).filter(({ pageLoad }) => pageLoad.sessionId === sessionId);
}

/** Waits for the record with which a page load ends; without it the ledger says so, and that is no failure. */
async function finalRecord(panel: Frame, pageLoadId: string): Promise<void> {
  const hasEnded = async () => {
    const stored = (await readStore(panel)).find(({ pageLoad }) => pageLoad.pageLoadId === pageLoadId);
    return stored?.pageLoad.state === 'open' ? null : true;
  };
  const onTimeout = () => new Error('no final record');
  await poll(hasEnded, { every: 100, timeout: FINAL_RECORD_WITHIN, onTimeout }).catch(() => undefined);
}

function badnessOf({ limits, standsOut }: Verdict): number {
  return limits.error * 10_000 + limits.warn * 100 + standsOut.length;
}
