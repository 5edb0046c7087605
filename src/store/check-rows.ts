import browser from 'webextension-polyfill';
import type { StoreLoss } from '../model/store-state.ts';
import { noteLoss } from './epoch.ts';
import { repairRows } from './repair-rows.ts';

/** `storage.session` outlives the worker's sleep and ends with the browser. */
const CHECKED_KEY = 'rowsChecked';
/** So long each slice leaves to the ingest. */
const PAUSE_MS = 50;

/**
 * Looks for rows that a damaged disk took away, once in each run of the browser: while it runs its files are its own. Mends what
 * counts them, and resolves with the loss, which is remembered until the user has read of it; null when nothing is missing.
 */
export async function checkRows(): Promise<StoreLoss | null> {
  if (browser.extension.inIncognitoContext) return null;
  if ((await browser.storage.session.get(CHECKED_KEY))[CHECKED_KEY]) return null;
  const isDamaged = await repairRows(() => new Promise((resolve) => setTimeout(resolve, PAUSE_MS)));
  const loss: StoreLoss | null = isDamaged ? { kind: 'damaged', at: Date.now() } : null;
  if (loss) await noteLoss(loss);
  await browser.storage.session.set({ [CHECKED_KEY]: true });
  return loss;
}
