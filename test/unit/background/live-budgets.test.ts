import '../support/fake-browser.ts';
import 'fake-indexeddb/auto';

import { beforeEach, expect, test } from 'vitest';
import type { Budget } from '../../../src/model/budget.ts';
import type { EntryRecord } from '../../../src/model/entries.ts';
import { createMemoryStore } from '../../../src/store/memory-store.ts';
import type { StoredPageLoad } from '../../../src/store/schema.ts';
import { writeSettings } from '../../../src/store/settings.ts';
import { commit } from '../../../src/store/writer.ts';
import { budget } from '../../fixtures/builders/budgets.ts';
import { pageLoadRecord } from '../../fixtures/builders/page-loads.ts';
import { navigationEntry, resourceEntry } from '../../fixtures/builders/resource-entries.ts';
import { clearCache } from '../support/cache.ts';
import { fakeBrowser } from '../support/fake-browser.ts';

const { createLiveBudgets } = await import('../../../src/background/live-budgets.ts');
const { getPageLoad } = (await import('../../../src/store/reader.ts')).openReader();
const disk = (await import('../../../src/store/disk-store.ts')).createDiskStore(() => ({ epoch: 'e', limited: false }));
const { storedSamples } = await import('../../../src/analysis/budgets/stored-samples.ts');
const { readKeptValues } = await import('../../../src/store/kept-values.ts');

beforeEach(async () => {
  fakeBrowser.storage.local.clear();
  await clearCache();
});

const scripts = (overrides: Partial<Budget['limits'][number]>) =>
  budget({ limits: [{ metric: 'resource-size:script', ...overrides }] });

/** Stores entries of a page load as its next chunk. */
async function store(pageLoadId: string, entries: readonly EntryRecord[], overrides: Partial<StoredPageLoad> = {}) {
  await commit(
    new Map([
      [
        pageLoadId,
        (stored) => {
          const n = stored?.chunks ?? 0;
          const record = {
            ...(stored ?? { ...pageLoadRecord({ pageLoadId, state: 'open' }), documentId: pageLoadId, nonce: 'n' }),
            chunks: n + 1,
            revision: n + 1,
            ...overrides,
          };
          const chunk = { pageLoadId, n, from: n, count: entries.length, entries: JSON.stringify(entries) };
          return { record, chunks: [chunk] };
        },
      ],
    ]),
  );
}

const script = (transferSize: number, startTime = 100) =>
  resourceEntry({ transferSize, encodedBodySize: 9, startTime });

test('a page load is judged as its entries arrive, and how it came out is kept with it', async () => {
  await writeSettings({ budgets: [scripts({ warn: 1000, error: 2000 })] });
  const live = createLiveBudgets(disk);
  await store('a', [navigationEntry(), script(500)]);
  expect((await live.evaluate('a', false))?.results).toMatchObject([{ level: 'pass', actual: 500 }]);
  await store('a', [script(1000, 200)]);
  expect((await live.evaluate('a', false))?.results).toMatchObject([{ level: 'warn', actual: 1500 }]);
  await store('a', [script(1000, 300)]);
  await live.evaluate('a', false);
  const kept = await getPageLoad('a');
  expect(kept?.violations).toEqual({ warn: 0, error: 1 });
  expect(kept?.budgetHistory?.events.map(({ level, actual }) => [level, actual])).toEqual([
    ['warn', 1500],
    ['error', 2500],
  ]);
  expect(kept?.revision).toBe(3);
});

test('a worker that was killed goes on from what is stored', async () => {
  await writeSettings({ budgets: [scripts({ error: 2000 })] });
  await store('a', [script(1500)]);
  await createLiveBudgets(disk).evaluate('a', false);
  await store('a', [script(1000, 200)]);
  const reborn = createLiveBudgets(disk);
  expect((await reborn.evaluate('a', false))?.results).toMatchObject([{ level: 'error', actual: 2500 }]);
  expect((await getPageLoad('a'))?.budgetHistory?.events).toHaveLength(1);
});

test('budgets that change are the ones that count from then on', async () => {
  await writeSettings({ budgets: [scripts({ error: 2000 })] });
  const live = createLiveBudgets(disk);
  await store('a', [script(1500)]);
  expect((await live.evaluate('a', false))?.results).toMatchObject([{ level: 'pass' }]);
  await writeSettings({ budgets: [scripts({ error: 1000 })] });
  live.forget();
  expect((await live.evaluate('a', false))?.results).toMatchObject([{ level: 'error' }]);
});

test('what a quiet page load had is the baseline of later ones, of other sessions too', async () => {
  const relative = scripts({ error: 0.2, relativeTo: 'baseline' });
  await writeSettings({ budgets: [{ ...relative, baseline: { last: 2, percentile: 50 } }] });
  for (const [index, size] of [1000, 1000, 1300].entries()) {
    const facts = { timeOrigin: 1000 + index, sessionId: `session-${index}`, state: 'ended' as const };
    await store(`load-${index}`, [script(size)], facts);
    await createLiveBudgets(disk).evaluate(`load-${index}`, true);
  }
  expect((await getPageLoad('load-1'))?.violations).toEqual({ warn: 0, error: 0 });
  expect((await getPageLoad('load-2'))?.violations).toEqual({ warn: 0, error: 1 });
  const samples = storedSamples(await readKeptValues('https://shop.example'));
  expect(samples.map(({ value }) => value('resource-size:script'))).toEqual([1000, 1000, 1300]);
});

test('nothing is kept of a page load that is gone', async () => {
  expect(await createLiveBudgets(disk).evaluate('nowhere', true)).toBeNull();
});

test('a page load in memory is judged too, while there is no database to keep the verdict in', async () => {
  await writeSettings({ budgets: [scripts({ warn: 1000, error: 2000 })] });
  const memory = createMemoryStore({ epoch: 'm', limited: false });
  const entries = [navigationEntry(), script(1500)];
  const pageLoadId = 'kept';
  const record = { ...pageLoadRecord({ pageLoadId, state: 'open' }), topPageLoadId: pageLoadId, chunks: 1 };
  const chunk = { pageLoadId, n: 0, from: 0, count: entries.length, entries: JSON.stringify(entries) };
  const change = { record: { ...record, documentId: 'd', nonce: 'n' }, chunks: [chunk] };
  await memory.commit(new Map([[pageLoadId, () => change]]));
  const verdict = await createLiveBudgets(memory).evaluate(pageLoadId, true);
  expect(verdict).toMatchObject({ results: [{ level: 'warn', actual: 1500 }], isNews: false });
});
