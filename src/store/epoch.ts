import browser from 'webextension-polyfill';
import type { LossKind, StoreLoss } from '../model/store-state.ts';
import type { Database } from './database.ts';

const META_KEY = 'epoch';
const LOCAL_KEY = 'store/epoch';
const LOSS_KEY = 'store/loss';

/** The database's name, and how what it held before was lost, if it was. */
export interface EpochCheck {
  readonly epoch: string;
  readonly loss: LossKind | null;
}

/**
 * Compares the id in the database with the one beside it in local storage, which is another place on the disk: when they differ, the
 * database was lost or emptied meanwhile: `how`, if it was. A database without an id gets a new one. Only the background may do this.
 */
export async function checkEpoch(database: Database, how: LossKind): Promise<EpochCheck> {
  const found = await database.get('meta', META_KEY);
  const epoch = found?.value ?? crypto.randomUUID();
  if (!found) await database.put('meta', { key: META_KEY, value: epoch });
  // A private window's database begins and ends with it; its id must not replace that of the one on disk.
  if (browser.extension.inIncognitoContext) return { epoch, loss: null };
  const known: unknown = (await browser.storage.local.get(LOCAL_KEY))[LOCAL_KEY];
  if (known === epoch) return { epoch, loss: null };
  const loss = typeof known === 'string' ? how : null;
  if (loss) await noteLoss({ kind: loss, at: Date.now() });
  // Last: a worker that dies before it finds the loss again.
  await browser.storage.local.set({ [LOCAL_KEY]: epoch });
  return { epoch, loss };
}

/** Remembers a loss until the user has read of it. */
export async function noteLoss(loss: StoreLoss): Promise<void> {
  await browser.storage.local.set({ [LOSS_KEY]: loss });
}

/** The loss that the user has not read of yet. */
export async function readLoss(): Promise<StoreLoss | null> {
  const loss: unknown = (await browser.storage.local.get(LOSS_KEY))[LOSS_KEY];
  return (loss as StoreLoss | undefined) ?? null;
}

/** The user has read of it. */
export function forgetLoss(): Promise<void> {
  return browser.storage.local.remove(LOSS_KEY);
}
