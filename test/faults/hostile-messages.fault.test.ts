// Rows 48 to 51 and 54 of the fault catalogue.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyMessage, type Circumstances } from '../../src/background/apply.ts';
import { parseCollectorMessage } from '../../src/channel/guards.ts';
import { MAX_ENTRIES_A_MINUTE } from '../../src/channel/limits.ts';
import { readStore } from '../../src/cli/browser/read-store.ts';
import type { StoredPageLoad } from '../../src/store/schema.ts';
import { theCircumstances } from '../fixtures/builders/circumstances.ts';
import { aChunk, aFin, aHello, aStatus, aView, aVital } from '../fixtures/builders/messages.ts';
import { make, pour } from './support/known.ts';
import { expectAllStored, printFigures, printRow } from './support/row.ts';
import { readLoads } from './support/stored.ts';
import { useFaultSuite } from './support/suite.ts';

const suite = useFaultSuite();
const FUZZED = 10_000;
const WELL_FORMED = [aHello(), aChunk(), aView(), aVital(), aStatus(), aFin()];

const victim = theCircumstances();
const attacker = theCircumstances({
  identity: { documentId: 'd2', tabId: 8, frameId: 0, origin: 'https://evil.example', url: 'https://evil.example/' },
  nonce: 'another',
});

function helloOf(at: Circumstances): StoredPageLoad {
  const { record } = applyMessage(undefined, aHello(), at);
  if (!record) throw new Error('A hello makes a page load.');
  return record;
}

test('row 48: entries of any shape are stored or counted as rejected', () => {
  const strange = fc.constantFrom(
    '1e308',
    '-1e308',
    '-5',
    '1e999',
    'null',
    '"\\ud800"',
    '{}',
    '[[[[[[[[1]]]]]]]]',
    '"x"',
  );
  const json = fc.jsonValue().map((value) => JSON.stringify(value));
  const value = fc.oneof(strange, json);
  const time = fc.oneof(
    { weight: 3, arbitrary: fc.double({ noNaN: true, noDefaultInfinity: true }).map(String) },
    { weight: 1, arbitrary: value },
  );
  const text = fc.oneof(
    { weight: 3, arbitrary: fc.string().map((name) => JSON.stringify(name)) },
    { weight: 1, arbitrary: value },
  );
  const entry = fc
    .tuple(fc.constantFrom('mark', 'resource', 'layout-shift', 'event', 'nonsense'), text, time, time, value)
    .map(([type, name, start, duration, more]) => {
      return `{"entryType":"${type}","name":${name},"startTime":${start},"duration":${duration},"sources":${more}}`;
    });
  const entries = fc.sample(fc.oneof(entry, value), FUZZED);
  let record = helloOf(victim);
  for (let from = 0; from < FUZZED; from += 100) {
    const some = entries.slice(from, from + 100);
    const chunk = aChunk({ n: from / 100, from, count: some.length, entries: `[${some.join(',')}]` });
    record = applyMessage(record, chunk, victim).record ?? record;
  }
  const { made, stored, rejected } = record.ledger;
  printFigures(48, `made ${FUZZED}, stored ${stored}, rejected ${rejected}, duplicates 0`);
  expect(made).toBe(FUZZED);
  expect(stored + rejected).toBe(FUZZED);
  expect(rejected).toBeGreaterThan(0);
  expect(stored).toBeGreaterThan(0);
});

test('row 50: messages in the name of another document, mutated in any way, change nothing of it', () => {
  const stored = helloOf(victim);
  let accepted = 0;
  let parsed = 0;
  const mutation = fc.tuple(
    fc.constantFrom(...WELL_FORMED),
    fc.nat(20),
    fc.oneof(fc.anything(), fc.constant(undefined)),
  );
  fc.assert(
    fc.property(mutation, fc.boolean(), ([message, at, value], mutate) => {
      const members = Object.keys(message);
      const member = members[at % members.length] ?? 'type';
      const posted = parseCollectorMessage(mutate ? { ...message, [member]: value } : message);
      if (!posted) return;
      parsed += 1;
      if (applyMessage(stored, posted, attacker).record) accepted += 1;
    }),
    { numRuns: FUZZED },
  );
  printFigures(50, `made ${FUZZED}, well-formed ${parsed}, foreign rows changed ${accepted}, uncaught 0`);
  expect(parsed).toBeGreaterThan(FUZZED / 4);
  expect(accepted).toBe(0);
});

test('rows 50 and 54: a collector port that no web document holds, and connections from a page, are turned away', async () => {
  const { extensionPage, extensionId } = suite.browser;
  const before = (await readStore(extensionPage)).length;
  const replies = await extensionPage.evaluate(async (messages) => {
    const { runtime } = (globalThis as unknown as { chrome: ChromeConnect }).chrome;
    const port = runtime.connect({ name: 'collector' });
    const heard: string[] = [];
    port.onMessage.addListener(({ type }) => void heard.push(type));
    const gone = new Promise<void>((resolve) => port.onDisconnect.addListener(resolve));
    port.postMessage(messages);
    await gone;
    return heard;
  }, WELL_FORMED);
  const page = await suite.open('/row-54');
  const accepted = await page.evaluate(async (id) => {
    const { runtime } = (globalThis as unknown as { chrome?: Partial<ChromeConnect> }).chrome ?? {};
    try {
      const port = runtime?.connect(id, { name: 'collector' });
      return port ? 1 : 0;
    } catch {
      return 0;
    }
  }, extensionId);
  await make(page, 10);
  const result = await suite.settled('/row-54', 10);
  printRow('50, 54', result, `forged port told ${replies.join(' ')}, connections of the page accepted ${accepted}`);
  expectAllStored(result);
  expect(replies).toEqual(['stop']);
  expect(accepted).toBe(0);
  expect(await readStore(extensionPage)).toHaveLength(before + 1);
  await page.close();
});

test('row 49: events and messages that a page makes up are stored nowhere', async () => {
  const page = await suite.open('/row-49');
  await make(page, 50);
  await page.evaluate((messages) => {
    const types = [
      'pagehide',
      'pageshow',
      'freeze',
      'resume',
      'visibilitychange',
      'error',
      'load',
      'vitalog-script-error',
    ];
    for (let i = 0; i < 1000; i++) {
      for (const type of types) {
        for (const target of [window, document]) target.dispatchEvent(new CustomEvent(type, { detail: { i } }));
      }
      for (const message of messages) postMessage(message, '*');
    }
  }, WELL_FORMED);
  await make(page, 50);
  const result = await suite.settled('/row-49', 100);
  const snapshot = (await readStore(suite.browser.extensionPage)).find(({ pageLoad }) => pageLoad.url === page.url());
  const forged = (snapshot?.entries ?? []).filter(
    ({ entryType, name }) =>
      entryType === 'failed-resource' ||
      entryType === 'script-error' ||
      (entryType === 'lifecycle' && name !== 'pageshow'),
  );
  printRow(49, result, `forged entries stored ${forged.length} of 22000`);
  expectAllStored(result);
  expect(forged).toEqual([]);
  expect(snapshot?.pageLoad.state).toBe('open');
  await page.close();
});

test('row 51: a flood is cut at the cap, and what was cut is declared', async () => {
  const FLOOD = 1_000_000;
  const page = await suite.open('/row-51');
  const start = performance.now();
  const made = await pour(page, FLOOD, 20_000, 0);
  const result = await suite.settled('/row-51', made, 90_000);
  const [load] = await readLoads(suite.browser.extensionPage, suite.url('/row-51'));
  const longest = load?.pageLoad.selfCost.mainThreadMs ?? 0;
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  printRow(51, result, `settled after ${seconds} s, our time on the main thread ${Math.round(longest)} ms`);
  expect(result.duplicates).toBe(0);
  expect(result.unaccounted).toBe(0);
  // The page's own entries fall under the cap too.
  expect(result.stored + result.declared).toBeGreaterThanOrEqual(made);
  expect(result.stored).toBeLessThanOrEqual(MAX_ENTRIES_A_MINUTE);
  expect(result.stored).toBeGreaterThan(0);
  await page.close();
});

/** The part of `chrome` that is used here. */
interface ChromeConnect {
  readonly runtime: {
    connect(...args: unknown[]): {
      readonly onMessage: { addListener(listener: (message: { readonly type: string }) => void): void };
      readonly onDisconnect: { addListener(listener: () => void): void };
      postMessage(message: unknown): void;
    };
  };
}
