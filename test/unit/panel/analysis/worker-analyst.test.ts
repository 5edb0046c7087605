import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { STARTER_BUDGET } from '../../../../src/analysis/budgets/starter.ts';
import type { EntryRecord } from '../../../../src/model/entries.ts';
import type { AnalystAnswer, AnalystQuestion } from '../../../../src/panel/analysis/analyst-messages.ts';
import { createAnalystService } from '../../../../src/panel/analysis/analyst-service.ts';
import { createLocalAnalyst } from '../../../../src/panel/analysis/local-analyst.ts';
import type { PageAnalyst } from '../../../../src/panel/analysis/page-analyst.ts';
import { type AnalystWorker, createWorkerAnalyst } from '../../../../src/panel/analysis/worker-analyst.ts';
import { createSnapshotCache } from '../../../../src/panel/state/snapshot-cache.ts';
import { entriesAt, manyEntries } from '../../../fixtures/builders/many-entries.ts';
import { pageLoadRecord } from '../../../fixtures/builders/page-loads.ts';
import { createGrowingSource, type GrowingSource } from '../growing-source.ts';

const TERMS = { budgets: [STARTER_BUDGET], samples: [] };

/** The worker's own code at the other end of a channel that copies, as the browser's does. */
function startWorker(
  source: GrowingSource,
  log: AnalystAnswer[] = [],
  breaks: () => boolean = () => false,
): AnalystWorker {
  const target = new EventTarget();
  const post = (answer: AnalystAnswer) => {
    log.push(answer);
    target.dispatchEvent(new MessageEvent('message', { data: structuredClone(answer) }));
  };
  const answer = createAnalystService(localAnalyst(source), isUnavailable, post);
  return {
    addEventListener: target.addEventListener.bind(target),
    terminate: () => {},
    postMessage(question: AnalystQuestion) {
      if (breaks()) target.dispatchEvent(new Event('error', { cancelable: true }));
      else void answer(structuredClone(question));
    },
  };
}

function isUnavailable(error: unknown): boolean {
  return error instanceof Error && error.message === 'no database';
}

function localAnalyst(source: GrowingSource): PageAnalyst {
  return createLocalAnalyst(source, createSnapshotCache(source));
}

const NOBODY: PageAnalyst = {
  update: () => Promise.reject(new Error('nobody was to be asked')),
  statistics: () => createSnapshotCache(createGrowingSource()).statistics(),
};

function requestOf(revision: number, pageLoadId = 'a', isKept = true) {
  const pageLoad = pageLoadRecord({ pageLoadId, revision, updatedAt: Date.UTC(2026, 0, 15, 11) });
  return { pageLoad, frames: [], terms: TERMS, now: pageLoad.updatedAt, isKept };
}

describe('what the worker says', () => {
  test('is what an analysis on this thread says, chunk after chunk', async () => {
    const size = fc.integer({ min: 0, max: 60 });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(size, fc.constantFrom('a', 'b'), fc.boolean()), { maxLength: 6 }),
        async (steps) => {
          const source = createGrowingSource();
          const inWorker = createWorkerAnalyst(
            () => startWorker(source),
            NOBODY,
            () => true,
          );
          const local = localAnalyst(source);
          let next = 0;
          for (const [i, [count, id, isKept]] of steps.entries()) {
            const request = requestOf(i + 1, id, isKept);
            const from = next;
            next += count;
            const chunk = Array.from({ length: count }, (_, n) => entriesAt(from + n)).flat();
            source.store(request.pageLoad, chunk);
            expect(await inWorker.update(request)).toEqual(await local.update(request));
          }
        },
      ),
      { numRuns: 10 },
    );
  });

  test('comes in parts that leave the panel pauses, and later only as what is new', async () => {
    const source = createGrowingSource();
    const log: AnalystAnswer[] = [];
    const analyst = createWorkerAnalyst(
      () => startWorker(source, log),
      NOBODY,
      () => true,
    );
    await store(source, 1, manyEntries(2000));
    const first = await analyst.update(requestOf(1));
    expect(first.analysis.resources).toHaveLength(2001);
    const parts = log.flatMap((answer) => (answer.type === 'part' ? [answer.part.items.length] : []));
    expect(parts).toEqual([500, 500, 500, 500, 1]);
    log.length = 0;
    await store(source, 2, entriesAt(2000));
    const second = await analyst.update(requestOf(2));
    expect(second.analysis.resources).toHaveLength(2002);
    expect(second.analysis.resources[7]).toBe(first.analysis.resources[7]);
    expect(log).toMatchObject([{ type: 'done', change: { lists: { resources: { from: 2001, items: [{}] } } } }]);
  });
});

describe('who analyses', () => {
  test('is this thread while what is true is not in the database', async () => {
    const source = createGrowingSource();
    let isDirect = false;
    await store(source, 1, manyEntries(3));
    const never = () => ({ ...startWorker(source), postMessage: () => expect.unreachable() });
    const analyst = createWorkerAnalyst(never, localAnalyst(source), () => isDirect);
    expect((await analyst.update(requestOf(1))).analysis.resources).toHaveLength(4);
    isDirect = true;
    const both = createWorkerAnalyst(
      () => startWorker(source),
      localAnalyst(source),
      () => isDirect,
    );
    expect((await both.update(requestOf(1))).analysis.resources).toHaveLength(4);
  });

  test('is this thread for good once the worker cannot open the database', async () => {
    const closed = createGrowingSource();
    closed.failWith('no database');
    const source = createGrowingSource();
    await store(source, 1, manyEntries(3));
    let asked = 0;
    const start = () => startWorker(closed, [], () => ++asked > 1);
    const analyst = createWorkerAnalyst(start, localAnalyst(source), () => true);
    expect((await analyst.update(requestOf(1))).analysis.resources).toHaveLength(4);
    expect((await analyst.update(requestOf(1))).analysis.resources).toHaveLength(4);
    expect(asked).toBe(1);
  });

  test('is a new worker after one that broke off, which begins anew', async () => {
    const source = createGrowingSource();
    let breaks = false;
    const analyst = createWorkerAnalyst(
      () => startWorker(source, [], () => breaks),
      NOBODY,
      () => true,
    );
    await store(source, 1, manyEntries(3));
    await analyst.update(requestOf(1));
    breaks = true;
    await expect(analyst.update(requestOf(1))).rejects.toThrow('begins anew');
    breaks = false;
    await store(source, 2, entriesAt(3));
    expect((await analyst.update(requestOf(2))).analysis.resources).toHaveLength(5);
  });

  test('says why nothing can be read', async () => {
    const source = createGrowingSource();
    source.failWith('disk trouble');
    const analyst = createWorkerAnalyst(
      () => startWorker(source),
      NOBODY,
      () => true,
    );
    await expect(analyst.update(requestOf(1))).rejects.toThrow('disk trouble');
  });
});

async function store(source: GrowingSource, revision: number, entries: readonly EntryRecord[]): Promise<void> {
  source.store(requestOf(revision).pageLoad, entries);
}
