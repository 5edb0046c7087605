import type { Ledger } from './page-load.ts';

/** The ledger with `complete` told anew: the final record came, and every entry made is accounted for. */
export function closedLedger(ledger: Ledger): Ledger {
  const { made, stored, dropped, rejected } = ledger;
  const declared = dropped.caps + (dropped.exit ?? 0) + (dropped.store ?? 0) + rejected;
  return { ...ledger, complete: dropped.exit !== null && made === stored + declared };
}
