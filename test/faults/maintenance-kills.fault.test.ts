// Rows 20 and 37 of the fault catalogue: the worker dies while it tidies up by itself.
import { expect, test } from 'vitest';
import { poll } from '../../src/cli/browser/poll.ts';
import { readStore } from '../../src/cli/browser/read-store.ts';
import { addCopies, type Progress, progressOf, stockOf } from './support/copied-page-loads.ts';
import { make } from './support/known.ts';
import { printFigures } from './support/row.ts';
import { unmatchedRows } from './support/rows.ts';
import { useFaultSuite } from './support/suite.ts';

const suite = useFaultSuite();
const KILLS = 10;
/** The background tidies up when it has been quiet for 10 s. */
const WITHIN_MS = 60_000;

test('rows 20 and 37: ten kills while 200,000 rows beyond the limits are deleted leave no orphan and an exact account', async () => {
  await seed('/row-37-retention');
  const { extensionPage } = suite.browser;
  const month = 31 * 24 * 60 * 60 * 1000;
  const old = { count: 20_000, chunks: 9, perChunk: 1, lastUsedAt: Date.now() - month, sealState: 'sealed' } as const;
  await addCopies(extensionPage, { likeUrl: suite.url('/row-37-retention'), ...old });
  const { midway, orphans, accountOff } = await killWhile(({ pageLoads }) => pageLoads - 1, 2000);
  await maintained(({ pageLoads }) => pageLoads <= 1);
  const end = await stockOf(extensionPage, true);
  const left = await unmatchedRows(extensionPage);
  printFigures(
    '20, 37 (retention)',
    `rows 200,000, kills ${KILLS}, in the middle ${midway}, orphan rows ${orphans + left}, account off by ${accountOff + end.accountOff}, evicted ${end.evicted}`,
  );
  expect(orphans + left).toBe(0);
  expect(accountOff + end.accountOff).toBe(0);
  expect(end.evicted).toBe(old.count);
  expect(midway).toBeGreaterThanOrEqual(5);
});

test('row 20: ten kills while page loads are sealed lose no entry, leave no orphan and an exact account', async () => {
  await seed('/row-20-sealing');
  const { extensionPage } = suite.browser;
  const raw = { count: 300, chunks: 10, perChunk: 40, lastUsedAt: Date.now() - 60_000, sealState: 'raw' } as const;
  const likeUrl = suite.url('/row-20-sealing');
  await addCopies(extensionPage, { likeUrl, ...raw });
  const { midway, orphans, accountOff } = await killWhile(({ unsealed }) => unsealed, 1500);
  await maintained(({ unsealed }) => unsealed === 0);
  const end = await stockOf(extensionPage, true);
  const left = await unmatchedRows(extensionPage);
  const kept = (await readStore(extensionPage))
    .filter(({ pageLoad }) => pageLoad.url === likeUrl && pageLoad.chunks === raw.chunks)
    .reduce((sum, { entries }) => sum + entries.length, 0);
  const made = raw.count * raw.chunks * raw.perChunk;
  printFigures(
    '20 (sealing)',
    `page loads ${raw.count}, kills ${KILLS}, in the middle ${midway}, orphan rows ${orphans + left}, account off by ${accountOff + end.accountOff}, entries ${kept} of ${made}`,
  );
  expect(orphans + left).toBe(0);
  expect(accountOff + end.accountOff).toBe(0);
  expect(kept).toBe(made);
  expect(midway).toBeGreaterThanOrEqual(5);
});

/** A page load that was really recorded, to make copies of. */
async function seed(path: string): Promise<void> {
  const page = await suite.open(path);
  await make(page, 10);
  await suite.settled(path, 10);
  await page.close();
}

/** Kills the worker again and again, at most `spread` ms after what is `left` to do began to fall. */
async function killWhile(left: (progress: Progress) => number, spread: number) {
  const { extensionPage } = suite.browser;
  const found = { midway: 0, orphans: 0, accountOff: 0 };
  for (let kill = 0; kill < KILLS; kill++) {
    const before = left(await progressOf(extensionPage));
    await maintained((progress) => left(progress) < before);
    await new Promise((resolve) => setTimeout(resolve, Math.random() * spread));
    await suite.killWorker();
    found.orphans += await unmatchedRows(extensionPage);
    found.accountOff += (await stockOf(extensionPage)).accountOff;
    if (left(await progressOf(extensionPage)) > 0) found.midway += 1;
  }
  return found;
}

/** Waits until the background, kept awake, has come so far. */
async function maintained(isThere: (progress: Progress) => boolean): Promise<void> {
  const { extensionPage } = suite.browser;
  await poll(
    async () => {
      // Starts a worker that was killed, and keeps one that runs from falling asleep.
      await extensionPage.evaluate(() => {
        const { runtime } = (globalThis as unknown as { chrome: ChromeConnect }).chrome;
        runtime.connect({ name: 'panel' }).postMessage({ type: 'ping' });
      });
      return isThere(await progressOf(extensionPage)) ? true : null;
    },
    { every: 200, timeout: WITHIN_MS, onTimeout: () => new Error('The background did not tidy up within 60 s.') },
  );
}

interface ChromeConnect {
  readonly runtime: { connect(info: { name: string }): { postMessage(message: object): void } };
}
