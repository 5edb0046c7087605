import { expect, it } from 'vitest';
import type { Ledger } from '../../../src/model/page-load.ts';
import { ledgerSentence } from '../../../src/report/ledger-sentence.ts';

function ledger(overrides: Partial<Ledger> = {}): Ledger {
  return {
    made: 1200,
    stored: 1200,
    dropped: { browser: 0, caps: 0, exit: 0 },
    rejected: 0,
    complete: true,
    ...overrides,
  };
}

it('says that everything is there when it is', () => {
  expect(ledgerSentence(ledger())).toBe('Complete: all 1,200 entries that the browser reported are here.');
  expect(ledgerSentence(ledger({ made: 1, stored: 1 }))).toBe(
    'Complete: all 1 entry that the browser reported is here.',
  );
});

it('names each gap with its reason', () => {
  const sentence = ledgerSentence(ledger({ stored: 1100, dropped: { browser: 60, caps: 20, exit: 15 }, rejected: 5 }));
  expect(sentence).toBe(
    "1,100 of 1,200 entries are here: the browser dropped 60 before Vitalog listened, 20 went over a limit of Vitalog's own, 15 were lost when the page went away, 5 were malformed. Every gap is accounted for.",
  );
});

it('says what may be missing when the final record never came', () => {
  const sentence = ledgerSentence(ledger({ complete: false, dropped: { browser: 0, caps: 0, exit: null } }));
  expect(sentence).toMatch(/up to 250 ms of entries may be missing/);
});
