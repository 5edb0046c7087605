import type { IDBPTransaction, StoreNames } from 'idb';
import { type CacheAccount, EMPTY_ACCOUNT } from '../model/cache.ts';
import { ACCOUNT_KEY, type VitalogSchema } from './schema.ts';

type Writing = IDBPTransaction<VitalogSchema, ['account', ...StoreNames<VitalogSchema>[]], 'readwrite'>;

/** Adds to figures of the account, in the transaction that changes what they count; so it is exact at every commit. */
export async function addToAccount(transaction: Writing, change: Partial<CacheAccount>): Promise<void> {
  const table = transaction.objectStore('account');
  const account = (await table.get(ACCOUNT_KEY)) ?? EMPTY_ACCOUNT;
  const sums = Object.entries(change).map(([name, value]) => [name, account[name as keyof CacheAccount] + value]);
  await table.put({ ...account, ...Object.fromEntries(sums) }, ACCOUNT_KEY);
}
