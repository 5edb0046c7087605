import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createIngest, type Submission } from '../../../src/background/ingest.ts';
import { MAX_WAITING_CHARACTERS } from '../../../src/channel/limits.ts';
import type { CollectorMessage } from '../../../src/channel/messages.ts';
import { createDiskStore } from '../../../src/store/disk-store.ts';
import { openReader } from '../../../src/store/reader.ts';
import { aChunk, aFin, aHello, aVital } from '../../fixtures/builders/messages.ts';

type Fate = { readonly stored?: number; readonly refused?: string };

/** An ingest over a real (in-memory) IndexedDB, with promises for the fate of each message. */
function anIngest(commit = createDiskStore(() => ({ epoch: 'epoch', limited: false })).commit) {
  const changed: string[] = [];
  const ingest = createIngest(commit, { onChanged: (record) => changed.push(record.pageLoadId) });
  const submit = (pageLoadId: string, message: CollectorMessage, tabId = 1) =>
    new Promise<Fate>((resolve) => {
      const submission: Submission = {
        pageLoadId,
        message,
        at: {
          identity: {
            documentId: `d-${pageLoadId}`,
            tabId,
            frameId: 0,
            origin: 'https://shop.example',
            url: 'https://shop.example/',
          },
          sessionId: `run:${tabId}`,
          topPageLoadId: pageLoadId,
          browser: { name: 'Chrome', version: '156' },
          now: 1,
          nonce: 'n',
        },
        onStored: (record) => resolve({ stored: record.next }),
        onRefused: (reason) => resolve({ refused: reason instanceof Error ? reason.name : reason }),
      };
      ingest.submit(submission);
    });
  return { submit, changed, settled: ingest.settled };
}

describe('the ingest', () => {
  it('is settled when the fate of all that was submitted is known', async () => {
    const { submit, settled } = anIngest();
    const id = crypto.randomUUID();
    const fates: Fate[] = [];
    const note = (fate: Fate) => fates.push(fate);
    submit(id, aHello({ pageLoadId: id })).then(note);
    const first = settled();
    submit(id, aChunk()).then(note);
    await first;
    submit(id, aFin({ made: 2 })).then(note);
    await settled();
    expect(fates).toEqual([{ stored: 0 }, { stored: 2 }, { stored: 2 }]);
    await settled();
  });

  it('tells each message its fate, in the order they came', async () => {
    const { submit } = anIngest();
    const id = crypto.randomUUID();
    const fates = await Promise.all([
      submit(id, aHello({ pageLoadId: id })),
      submit(id, aChunk()),
      submit(id, aChunk()),
      submit(id, aChunk({ n: 2, from: 4 })),
      submit(id, aChunk({ n: 1, from: 2 })),
      submit(id, aVital()),
      submit(id, aFin({ made: 4 })),
    ]);
    expect(fates).toEqual([
      { stored: 0 },
      { stored: 2 },
      { stored: 2 },
      { refused: 'gap' },
      { stored: 4 },
      { stored: 4 },
      { stored: 4 },
    ]);
    expect(await openReader().getPageLoad(id)).toMatchObject({ state: 'ended', chunks: 2, ledger: { complete: true } });
  });

  it('refuses what comes for a page load that nobody announced', async () => {
    const { submit } = anIngest();
    expect(await submit(crypto.randomUUID(), aChunk())).toEqual({ refused: 'bind' });
  });

  it('tells of a change once a transaction, after it can be read', async () => {
    const { submit, changed } = anIngest();
    const id = crypto.randomUUID();
    await Promise.all([submit(id, aHello({ pageLoadId: id })), submit(id, aChunk())]);
    expect(new Set(changed)).toEqual(new Set([id]));
    expect((await openReader().readEntries(id)).entries).toHaveLength(2);
  });

  it('lists the page loads of a session, oldest first, and reads on from a chunk', async () => {
    const { submit } = anIngest();
    const [older, newer] = [crypto.randomUUID(), crypto.randomUUID()];
    await submit(newer, aHello({ pageLoadId: newer, timeOrigin: 2000 }), 99);
    await submit(older, aHello({ pageLoadId: older, timeOrigin: 1000 }), 99);
    expect((await openReader().listPageLoads('run:99')).map((load) => load.pageLoadId)).toEqual([older, newer]);
    await submit(older, aChunk(), 99);
    const first = await openReader().readEntries(older);
    await submit(older, aChunk({ n: 1, from: 2, count: 1 }), 99);
    const rest = await openReader().readEntries(older, first.nextChunk);
    expect(rest.entries.map((entry) => entry.name)).toEqual(['mark-2']);
  });

  it('stores every entry once and in order, however often and in whatever mixture chunks come', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(9), { maxLength: 40 }), async (tries) => {
        const { submit } = anIngest();
        const id = crypto.randomUUID();
        await submit(id, aHello({ pageLoadId: id }));
        const chunk = (n: number) => aChunk({ n, from: n * 3, count: 3 });
        await Promise.all(tries.map((n) => submit(id, chunk(n))));
        for (let n = 0; n < 10; n++) await submit(id, chunk(n));
        const { entries } = await openReader().readEntries(id);
        expect(entries.map((entry) => entry.startTime)).toEqual(Array.from({ length: 30 }, (_, i) => i));
      }),
      { numRuns: 20 },
    );
  });

  it('refuses chunks of a page load that has 4 MiB waiting for a slow disk, and takes what comes after', async () => {
    let open = () => {};
    const opened = new Promise<void>((resolve) => {
      open = resolve;
    });
    const { commit } = createDiskStore(() => ({ epoch: 'epoch', limited: false }));
    const { submit } = anIngest(async (decisions) => opened.then(() => commit(decisions)));
    const id = crypto.randomUUID();
    const entries = JSON.stringify([
      { entryType: 'mark', name: 'x'.repeat(60_000), startTime: 0, duration: 0, detail: null },
    ]);
    const hello = submit(id, aHello({ pageLoadId: id }));
    const fates = Array.from({ length: 80 }, (_, n) => submit(id, aChunk({ n, from: n, count: 1, entries })));
    open();
    await hello;
    const refused = (await Promise.all(fates)).filter((fate) => fate.refused === 'Error').length;
    expect(refused).toBe(80 - Math.ceil(MAX_WAITING_CHARACTERS / entries.length));
    expect(await submit(id, aVital())).toHaveProperty('stored');
  });
});
