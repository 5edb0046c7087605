// Rows 35, 36, 37 and 39 of the fault catalogue: what happens between the writes.
import { expect, test } from 'vitest';
import { openPanel } from '../../src/cli/browser/open-panel.ts';
import { addCopies } from './support/copied-page-loads.ts';
import { isolatedWorld } from './support/isolated-world.ts';
import { make, pour } from './support/known.ts';
import { workerSession } from './support/live-collectors.ts';
import { expectClosed, printRow } from './support/row.ts';
import { unmatchedRows } from './support/rows.ts';
import { useFaultSuite } from './support/suite.ts';

const suite = useFaultSuite();

test('row 35: a write that fails between the others of its transaction leaves no half of a change', async () => {
  const page = await suite.open('/row-35');
  await make(page, 10);
  await suite.settled('/row-35', 10);
  const worker = await workerSession(suite.browser);
  await worker.send('Runtime.evaluate', {
    expression: `
      globalThis.puts = 0;
      globalThis.failed = 0;
      const put = IDBObjectStore.prototype.put;
      IDBObjectStore.prototype.put = function (...args) {
        // Ten times, each between two writes of a transaction.
        if (++puts % 5 === 0 && failed < 10) {
          failed += 1;
          throw new DOMException('A fault of the test.', 'DataCloneError');
        }
        return put.apply(this, args);
      };`,
  });
  const poured = pour(page, 3000, 20, 20);
  let halves = 0;
  for (let look = 1; look <= 10; look++) {
    await page.waitForFunction(`known.made >= ${look * 290}`, { polling: 10 });
    halves += await unmatchedRows(suite.browser.extensionPage);
  }
  const result = await suite.settled('/row-35', await poured, 60_000);
  halves += await unmatchedRows(suite.browser.extensionPage);
  const { result: failed } = await worker.send('Runtime.evaluate', { expression: 'failed' });
  printRow(35, result, `failed writes ${failed.value}, halves ${halves}`);
  expect(failed.value).toBe(10);
  expectClosed(result);
  expect(result.stored).toBe(3010);
  expect(halves).toBe(0);
  await worker.detach();
  await page.close();
});

test('row 36: a panel that scans 100,000 entries does not starve the writer', async () => {
  const ENTRIES = 99_000;
  const page = await suite.open('/row-36');
  await pour(page, ENTRIES, 500, 20);
  await suite.settled('/row-36', ENTRIES, 60_000);
  const panel = await openPanel(page);
  await panel.frame.waitForFunction(`Number(document.querySelector('.panel').dataset.entries) >= ${ENTRIES}`);
  let scanning = true;
  let scans = 0;
  const scan = async () => {
    while (scanning) {
      await panel.frame.evaluate(() => location.reload());
      await panel.frame.waitForFunction(`Number(document.querySelector('.panel')?.dataset.entries) >= ${ENTRIES}`, {
        polling: 50,
        timeout: 60_000,
      });
      scans += 1;
    }
  };
  const scanned = scan();
  const other = await suite.open('/row-36-writer');
  const world = await isolatedWorld(other, suite.browser.extensionId);
  const delays = (await world.evaluate(SEND_CHUNKS)) as readonly number[];
  scanning = false;
  await scanned;
  const sorted = [...delays].sort((a, b) => a - b);
  const [p50 = 0, p99 = 0] = [sorted[Math.floor(sorted.length * 0.5)], sorted[Math.floor(sorted.length * 0.99)]];
  process.stdout.write(
    `row 36: chunks ${delays.length}, scans ${scans}, ack p50 ${Math.round(p50)} ms, p99 ${Math.round(p99)} ms\n`,
  );
  expect(delays).toHaveLength(300);
  expect(scans).toBeGreaterThan(0);
  expect(p99).toBeLessThanOrEqual(500);
  await world.close();
  await panel.close();
  await Promise.all([page.close(), other.close()]);
});

/** 300 chunks of 100 entries, one every 30 ms, as a collector sends them; comes to the delay of each acknowledgement. */
const SEND_CHUNKS = `new Promise((resolve, reject) => {
  const port = chrome.runtime.connect({ name: 'collector' });
  const sent = [];
  const delays = [];
  const send = () => {
    const n = sent.length;
    if (n === 300) return;
    const entries = Array.from({ length: 100 }, (_, i) => ({ entryType: 'mark', name: 'scan-' + (n * 100 + i), startTime: n, duration: 0, detail: null }));
    sent.push(performance.now());
    port.postMessage([{ type: 'chunk', n, from: n * 100, count: 100, dropped: 0, entries: JSON.stringify(entries), kinds: '{}' }]);
    setTimeout(send, 30);
  };
  port.onDisconnect.addListener(() => reject(new Error('The port was closed.')));
  port.onMessage.addListener((message) => {
    if (message.type === 'welcome') send();
    if (message.type === 'nack' || message.type === 'stop') reject(new Error(JSON.stringify(message)));
    if (message.type !== 'ack') return;
    for (let n = delays.length; n * 100 < message.next; n++) delays.push(performance.now() - sent[n]);
    if (delays.length === 300) resolve(delays);
  });
  const pageLoadId = crypto.randomUUID();
  port.postMessage([{ type: 'hello', v: 1, pageLoadId, timeOrigin: performance.timeOrigin, title: 'Writer', supportedEntryTypes: ['mark'], made: 0, base: 0, baseChunk: 0, epoch: null, droppedByBrowser: null }]);
})`;

test('rows 20 and 37: 20 kills in the middle of deleting leave no row without its page load', async () => {
  const page = await suite.open('/row-37');
  await make(page, 10);
  await suite.settled('/row-37', 10);
  await page.close();
  const { extensionPage } = suite.browser;
  let orphans = 0;
  let midway = 0;
  for (let kill = 1; kill <= 20; kill++) {
    const origin = `https://kill-${kill}.example`;
    const copies = { count: 200, chunks: 10, perChunk: 20, lastUsedAt: Date.now(), sealState: 'raw' } as const;
    await addCopies(extensionPage, { likeUrl: suite.url('/row-37'), origin, ...copies });
    await extensionPage.evaluate(
      async (forget, ms) => {
        const { runtime } = (globalThis as unknown as { chrome: ChromeConnect }).chrome;
        runtime.connect({ name: 'panel' }).postMessage({ type: 'forget', origin: forget });
        await new Promise((resolve) => setTimeout(resolve, ms));
      },
      origin,
      Math.random() * 60,
    );
    await suite.killWorker();
    const left = await pageLoadsOf(origin);
    if (left > 0 && left < 200) midway += 1;
    orphans += await unmatchedRows(extensionPage);
  }
  process.stdout.write(`row 20, 37: kills 20, in the middle ${midway}, orphan rows ${orphans}\n`);
  expect(orphans).toBe(0);
  expect(midway, 'kills that met a deletion in the middle').toBeGreaterThan(0);

  function pageLoadsOf(origin: string): Promise<number> {
    return extensionPage.evaluate(
      (wanted) =>
        new Promise<number>((resolve) => {
          const opening = indexedDB.open('vitalog');
          opening.onsuccess = () => {
            const count = opening.result
              .transaction('pageLoads')
              .objectStore('pageLoads')
              .index('byOrigin')
              .count(wanted);
            count.onsuccess = () => {
              opening.result.close();
              resolve(count.result);
            };
          };
        }),
      origin,
    );
  }
});

interface ChromeConnect {
  readonly runtime: { connect(info: { name: string }): { postMessage(message: object): void } };
}

test('row 39: with 50 ms more for each transaction the queue stays below 4 MiB and the ledger closes', async () => {
  const page = await suite.open('/row-39');
  const { extensionPage } = suite.browser;
  // Another page holds the tables for 50 ms at a time, so that each write waits for as long.
  await extensionPage.evaluate(() => {
    const opening = indexedDB.open('vitalog');
    opening.onsuccess = () => {
      const hold = () => {
        const transaction = opening.result.transaction(['pageLoads', 'chunks'], 'readwrite');
        const end = performance.now() + 50;
        const spin = () => {
          if (performance.now() < end) transaction.objectStore('pageLoads').count().onsuccess = spin;
        };
        spin();
        transaction.oncomplete = () => {
          if ((globalThis as { released?: boolean }).released) opening.result.close();
          else hold();
        };
      };
      hold();
    };
  });
  const worker = await workerSession(suite.browser);
  let peak = 0;
  const poured = pour(page, 60_000, 500, 40).then((made) => {
    pouring = false;
    return made;
  });
  let pouring = true;
  while (pouring) peak = Math.max(peak, await waitingCharacters());
  const made = await poured;
  const result = await suite.settled('/row-39', made, 60_000);
  await extensionPage.evaluate(() => {
    (globalThis as { released?: boolean }).released = true;
  });
  printRow(39, result, `queue at most ${(peak / 1024 / 1024).toFixed(2)} MiB`);
  expectClosed(result);
  expect(peak).toBeGreaterThan(0);
  expect(peak).toBeLessThanOrEqual(4 * 1024 * 1024);
  await worker.detach();
  await page.close();

  /** Characters of the chunks that the background holds. */
  async function waitingCharacters(): Promise<number> {
    const { result: prototype } = await worker.send('Runtime.evaluate', { expression: 'Object.prototype' });
    const { objects } = await worker.send('Runtime.queryObjects', { prototypeObjectId: prototype.objectId ?? '' });
    const { result: sum } = await worker.send('Runtime.callFunctionOn', {
      objectId: objects.objectId ?? '',
      returnByValue: true,
      functionDeclaration: `function () {
        const isChunk = (item) => Object.getOwnPropertyDescriptor(item, 'type')?.value === 'chunk';
        const chunks = new Map(this.filter(isChunk).map(({ n, entries }) => [n, entries.length]));
        return [...chunks.values()].reduce((sum, length) => sum + length, 0);
      }`,
    });
    await worker.send('Runtime.releaseObject', { objectId: objects.objectId ?? '' });
    return Number(sum.value);
  }
});
