// Rows 3 and 13 of the fault catalogue: what lies between a transaction and its acknowledgement. Row 13's crash of the machine cannot
// be provoked here; what can is whether the browser was told to put each transaction on the disk, and what that costs.
import { expect, test } from 'vitest';
import { poll } from '../../src/cli/browser/poll.ts';
import { forceClose, openInternals } from './support/database-actions.ts';
import { make, pour } from './support/known.ts';
import { expectAllStored, printRow } from './support/row.ts';
import { useFaultSuite } from './support/suite.ts';
import { hookWorker } from './support/worker-hook.ts';

const suite = useFaultSuite();
const REPLAYS = 10;

/**
 * Loses the acknowledgements of `REPLAYS` connections and the one before, and answers each new one as a worker does that has not
 * committed yet, so that the collector offers everything again.
 */
const LOSE_ACKNOWLEDGEMENTS = `
  globalThis.hook = { connections: 0, lost: 0, chunks: {} };
  chrome.runtime.onConnect.addListener((port) => {
    if (port.name !== 'collector' || !port.sender.url.includes('/row-3')) return;
    const losing = hook.connections++ <= ${REPLAYS};
    const post = port.postMessage.bind(port);
    port.postMessage = (message) => {
      if (!losing) return post(message);
      if (message.type === 'ack') hook.lost += 1;
      else post(message.type === 'welcome' ? { ...message, next: 0 } : message);
    };
    port.onMessage.addListener((messages) => {
      for (const { type, n } of messages) if (type === 'chunk') hook.chunks[n] = (hook.chunks[n] ?? 0) + 1;
    });
  })`;

test('row 3: what was stored and not acknowledged comes again, and is stored once', async () => {
  const ENTRIES = 2000;
  const hook = await hookWorker(suite.browser, LOSE_ACKNOWLEDGEMENTS);
  const page = await suite.open('/row-3');
  await make(page, ENTRIES);
  await poll(async () => ((await hook.read<number>('hook.connections')) > REPLAYS + 1 ? true : null), {
    every: 200,
    timeout: 60_000,
    onTimeout: () => new Error(`The collector did not connect ${REPLAYS + 2} times within 60 s.`),
  });
  const result = await suite.settled('/row-3', ENTRIES);
  const first = await hook.read<number>('hook.chunks[0]');
  printRow(3, result, `first chunk sent ${first} times, acknowledgements lost ${await hook.read<number>('hook.lost')}`);
  expectAllStored(result);
  expect(first).toBeGreaterThanOrEqual(REPLAYS + 1);
  await hook.letGo();
  await page.close();
});

/** Notes the durability and the time of each transaction that a chunk is put into; `hook.durability` overrides the former. */
const WATCH_TRANSACTIONS = `
  globalThis.hook = { durability: null, writes: [] };
  const { transaction } = IDBDatabase.prototype;
  IDBDatabase.prototype.transaction = function (tables, mode, options) {
    const own = hook.durability === null ? options : { ...options, durability: hook.durability };
    const opened = transaction.call(this, tables, mode, own);
    opened.begun = performance.now();
    opened.asked = hook.durability;
    return opened;
  };
  const { put } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.put = function (...args) {
    const { transaction } = this;
    if (this.name === 'chunks' && !transaction.noted) {
      transaction.noted = true;
      transaction.addEventListener('complete', () =>
        hook.writes.push({ asked: transaction.asked, durability: transaction.durability, start: transaction.begun, end: performance.now() }));
    }
    return put.apply(this, args);
  }`;

interface Write {
  /** What the hook asked for; null: what the extension does by itself. */
  readonly asked: string | null;
  readonly durability: string;
  readonly start: number;
  readonly end: number;
}

test('row 13: every transaction of chunks is strict, at little cost', async () => {
  const EACH = 40_000;
  const ROUNDS = 3;
  const hook = await hookWorker(suite.browser, WATCH_TRANSACTIONS);
  // The connection has a `transaction` of its own, made from the prototype's when it was opened.
  const internals = await openInternals(suite.browser);
  await forceClose(internals);
  await internals.close();
  const own: Write[] = [];
  const relaxed: Write[] = [];

  /** Entries a second from the first transaction of a page to the end of its last one. */
  async function throughput(round: number, durability: 'relaxed' | null): Promise<number> {
    await hook.read(`hook.durability = ${JSON.stringify(durability)}, hook.writes = [], 0`);
    const path = `/row-13?${durability ?? 'own'}-${round}.`;
    const page = await suite.open(path);
    await pour(page, EACH, 200, 4);
    expectAllStored(await suite.settled(path, EACH));
    // The last write of the page before may end in this round.
    const writes = (await hook.read<readonly Write[]>('hook.writes')).filter(({ asked }) => asked === durability);
    await page.close();
    (durability === null ? own : relaxed).push(...writes);
    const [first, last] = [writes[0]?.start ?? Number.NaN, writes.at(-1)?.end ?? Number.NaN];
    return (EACH * 1000) / (last - first);
  }

  const best = { own: 0, relaxed: 0 };
  for (let round = 1; round <= ROUNDS; round++) {
    best.own = Math.max(best.own, await throughput(round, null));
    best.relaxed = Math.max(best.relaxed, await throughput(round, 'relaxed'));
  }
  const strict = own.filter(({ durability }) => durability === 'strict').length;
  const ratio = best.own / best.relaxed;
  const result = await suite.settled('/row-13', 2 * ROUNDS * EACH);
  const speeds = `${Math.round(best.own)} and ${Math.round(best.relaxed)} entries/s, ${ratio.toFixed(2)} times`;
  printRow(13, result, `strict ${strict} of ${own.length} transactions, strict and relaxed ${speeds}`);
  expectAllStored(result);
  expect(own.length).toBeGreaterThan(0);
  expect(strict).toBe(own.length);
  expect(new Set(relaxed.map(({ durability }) => durability)), 'the comparison').toEqual(new Set(['relaxed']));
  expect(ratio).toBeGreaterThanOrEqual(0.8);
  await hook.letGo();
});
