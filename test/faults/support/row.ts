import { expect } from 'vitest';
import { passRules } from './pass-rules.ts';
import type { Tally } from './stored.ts';

/** Prints the figures of a row of the fault catalogue, what else was measured, and what they must come to. */
export function printRow(row: number | string, { made, stored, declared, duplicates }: Tally, extra = ''): void {
  const more = extra && `, ${extra}`;
  printFigures(row, `made ${made}, stored ${stored}, declared ${declared}, duplicates ${duplicates}${more}`);
}

/** Prints any figures of a row, and what they must come to. */
export function printFigures(row: number | string, figures: string): void {
  const rules = passRules(row);
  process.stdout.write(`row ${row}: ${figures}${rules && ` (passes with: ${rules})`}\n`);
}

/** What every row promises: nothing twice, and each entry stored or declared. */
export function expectClosed(result: Tally): void {
  expect(result.duplicates, 'duplicates').toBe(0);
  expect(result.unaccounted, 'entries that no ledger accounts for').toBe(0);
  expect(result.stored + result.declared, 'stored + declared').toBe(result.made);
}

/**
 * What is promised of page loads that were left while nothing could be stored: nothing twice, and each entry stored or declared. Entries
 * wait in their pages; what a page that is left could not leave in the outbox, because nobody had answered it yet, is declared as lost at
 * its exit, together with the entries of other types, which are not among those made.
 */
export function expectDeclared(result: Tally): void {
  expect(result.duplicates, 'duplicates').toBe(0);
  expect(result.unaccounted, 'entries that no ledger accounts for').toBe(0);
  expect(result.stored + result.declared, 'stored + declared').toBeGreaterThanOrEqual(result.made);
}

/** What most rows promise: all of it is there. */
export function expectAllStored(result: Tally): void {
  expectClosed(result);
  expect(result.stored, 'stored').toBe(result.made);
}
