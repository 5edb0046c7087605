import { expect, it } from 'vitest';
import { mergeRecords } from '../../../src/store/merge-records.ts';
import type { StoredPageLoad } from '../../../src/store/schema.ts';
import { pageLoadRecord, vitalRecord } from '../../fixtures/builders/page-loads.ts';

function stored(overrides: Partial<StoredPageLoad>): StoredPageLoad {
  return { ...pageLoadRecord(), documentId: 'd', nonce: 'n', ...overrides };
}

it('keeps the entries of what is on the disk, and the newest of everything else', () => {
  const [early, late] = [vitalRecord({ name: 'LCP', revision: 1 }), vitalRecord({ name: 'LCP', revision: 4 })];
  const ledger = { ...stored({}).ledger, made: 30, stored: 30 };
  const onDisk = stored({ next: 30, chunks: 2, revision: 9, vitals: [early], ledger, state: 'open' });
  const limited = stored({
    next: 30,
    revision: 12,
    vitals: [late],
    state: 'ended',
    ledger: { ...ledger, made: 50, dropped: { browser: 0, caps: 0, exit: 20 } },
  });
  const merged = mergeRecords(onDisk, limited);
  expect(merged).toMatchObject({ next: 30, chunks: 2, state: 'ended', revision: 13, vitals: [late] });
  expect(merged.ledger).toMatchObject({ made: 50, stored: 30, dropped: { exit: 20 }, complete: true });
});

it('takes a page load that the disk has not as it is', () => {
  const limited = stored({ next: 0 });
  expect(mergeRecords(undefined, limited)).toBe(limited);
});
