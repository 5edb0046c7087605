import { expect } from 'vitest';
import { poll } from '../../../../src/cli/browser/poll.ts';
import { readLoads, type StoredLoad } from '../../../faults/support/stored.ts';
import type { KnownFirefox } from './known-firefox.ts';

/** What became of tabs that were closed. */
export interface ClosedTabs {
  /** Whose final record arrived. */
  readonly complete: number;
  /** Entries that the others made and that are not stored. */
  readonly missing: number;
  /** Those with a paint and a largest paint. */
  readonly vitals: number;
}

/** Resolves when the background knows of a page: one that is closed while the background still wakes up was never heard of. */
export function untilKnown({ firefox, url }: KnownFirefox, path: string) {
  return poll(async () => ((await readLoads(firefox.extensionPage, url(path), false)).length > 0 ? true : null), {
    every: 50,
    timeout: 30_000,
    onTimeout: () => new Error(`The background does not know of ${path} within 30 s.`),
  });
}

/** The page loads under a path, when there are so many and all of them have ended or are known as lost. */
export function untilEnded({ firefox, url }: KnownFirefox, path: string, count: number) {
  let states: readonly string[] = [];
  return poll(
    async () => {
      const loads = await readLoads(firefox.extensionPage, url(path));
      states = loads.map(({ pageLoad }) => pageLoad.state);
      return loads.length === count && !states.includes('open') ? loads : null;
    },
    {
      every: 200,
      timeout: 30_000,
      onTimeout: () => new Error(`Of ${count} closed tabs these are known: ${states.join(', ')}.`),
    },
  );
}

/**
 * Holds each page load to what its page made, by path: a ledger that says complete has all of it, one that lacks any says that it
 * is not.
 */
export function expectDeclared(loads: readonly StoredLoad[], truth: ReadonlyMap<string, number>): ClosedTabs {
  let missing = 0;
  for (const { pageLoad, known } of loads) {
    const { ledger, state, views } = pageLoad;
    const path = new URL(views[0]?.url ?? '').pathname;
    const lacking = (truth.get(path) ?? Number.NaN) - known.length;
    expect(new Set(known).size, `duplicates of ${path}`).toBe(known.length);
    expect(ledger.complete, `complete, ${path}`).toBe(state === 'ended');
    if (ledger.complete) expect(lacking, `entries missing from ${path}, which is complete`).toBeLessThanOrEqual(0);
    else missing += Math.max(0, lacking);
  }
  const withVitals = loads.filter(({ pageLoad: { vitals } }) =>
    ['FCP', 'LCP'].every((name) => vitals.some((vital) => vital.name === name)),
  );
  return {
    complete: loads.filter(({ pageLoad }) => pageLoad.ledger.complete).length,
    missing,
    vitals: withVitals.length,
  };
}
