import type { IDBPTransaction, StoreNames } from 'idb';
import { type CacheAccount, EMPTY_ACCOUNT } from '../model/cache.ts';
import { ACCOUNT_KEY, type VitalogSchema } from './schema.ts';

type Writing = IDBPTransaction<VitalogSchema, ['account', ...StoreNames<VitalogSchema>[]], 'readwrite'>;

/** Adds to figures of the account, in the transaction that changes what they count; so it is exact at every commit. */
export async function addToAccount(transaction: Writing, change: Partial<CacheAccount>): Promise<void> {
  const table = transaction.objectStore('account');
  await table.put(accountAfter(await table.get(ACCOUNT_KEY), change), ACCOUNT_KEY);
}

/** The account with `change` added to its figures. */
export function accountAfter(before: CacheAccount | undefined, change: Partial<CacheAccount>): CacheAccount {
  const account = before ?? EMPTY_ACCOUNT;
  const sums = Object.entries(change).map(([name, value]) => [name, account[name as keyof CacheAccount] + value]);
  return { ...account, ...Object.fromEntries(sums) };
}
