import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'puppeteer';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type LaunchedBrowser, launchBrowser } from '../../src/cli/browser/launch-browser.ts';
import { buildExtension } from './support/build-extension.ts';
import { median, printTable } from './support/figures.ts';

const ROUNDS = 3;

/** What `store-bench.ts` answers: milliseconds, counts and bytes by name. */
type Figures = Readonly<Record<string, number>>;

let folder: string;
let launched: LaunchedBrowser;
let page: Page;

beforeAll(async () => {
  folder = await buildExtension({
    name: 'store',
    content: 'test/bench/extensions/empty.ts',
    background: 'test/bench/extensions/sink.ts',
    page: 'test/bench/extensions/store-bench.ts',
  });
  launched = await launchBrowser({ dist: folder });
  page = await launched.browser.newPage();
  // Any file of an extension is a page of its origin, and this one has no other.
  await page.goto(`chrome-extension://${launched.extensionId}/manifest.json`);
  await page.evaluate(await readFile(path.join(folder, 'page.js'), 'utf8'));
});

afterAll(async () => {
  await launched?.close();
  await rm(folder, { recursive: true });
});

async function run(work: string): Promise<Figures> {
  return (await page.evaluate(`storeBench.${work}`)) as Figures;
}

/** One run to warm up, then the median of each figure. */
async function medians(work: string, rounds = ROUNDS): Promise<(name: string) => number> {
  await run(work);
  const all: Figures[] = [];
  for (let round = 0; round < rounds; round++) all.push(await run(work));
  return (name) => median(all.map((figures) => figures[name] ?? Number.NaN));
}

it('takes entries in', async () => {
  const count = 50_000;
  const ofChunk = await medians(`chunks(${count})`, ROUNDS * 5);
  const ofEntry = await medians(`entries(${count})`);
  const speed = (ms: number) => count / (ms / 1000);
  const through = ofChunk('through');
  const rows = [
    { way: 'store/writer', ms: through },
    { way: 'raw puts of the same chunks', ms: ofChunk('rawChunks') },
    { way: 'a record an entry, keyed as chunks are', ms: ofEntry('keyedEntries') },
    { way: 'a record an entry, without a key', ms: ofEntry('rawEntries') },
  ].map(({ way, ms }) => ({ way, ms: ms.toFixed(0), 'entries/s': Math.round(speed(ms)) }));
  const ofChunks = (ofChunk('rawChunks') / through).toFixed(2);
  const ofEntries = (ofEntry('keyedEntries') / through).toFixed(1);
  const ofBareEntries = (ofEntry('rawEntries') / through).toFixed(1);
  printTable(
    `50,000 resource entries into IndexedDB: ${ofChunks} times raw chunks (goal 0.8), ${ofEntries} times a record an entry (goal 10), ${ofBareEntries} times bare ones`,
    rows,
  );
  expect(rows).toHaveLength(4);
});

it('seals page loads, and opens them', async () => {
  const figure = await medians('sealed(20_000)');
  expect(figure('read')).toBe(20_000);
  expect(figure('parsed')).toBe(20_000);
  const ratio = (figure('open') / figure('parse')).toFixed(2);
  printTable(`A sealed page load of 20,000 resource entries opens in ${ratio} times JSON.parse and gunzip (goal 2)`, [
    { what: 'open the sealed page load', ms: figure('open').toFixed(0) },
    { what: 'gunzip and JSON.parse', ms: figure('parse').toFixed(0) },
    { what: 'seal it', ms: figure('seal').toFixed(0) },
    { what: 'longest slice of that', ms: figure('longestSlice').toFixed(0) },
    { what: 'longest blocking by that (goal 100)', ms: figure('longestBlock').toFixed(0) },
  ]);
  printTable(`Bytes of a resource entry (goal 60)`, [
    { as: 'JSON', bytes: figure('jsonBytes').toFixed(1) },
    { as: 'JSON, gzip-compressed', bytes: figure('gzippedJsonBytes').toFixed(1) },
    { as: 'sealed', bytes: figure('sealedBytes').toFixed(1) },
  ]);
});

it('lists page loads', async () => {
  const figures = await run('list(2000)');
  expect(figures.listed).toBeGreaterThanOrEqual(2000);
  const ratio = ((figures.list ?? Number.NaN) / (figures.getAll ?? Number.NaN)).toFixed(2);
  printTable(`Listing ${figures.listed} page loads takes ${ratio} times a bare getAll of them (goal 2)`, [
    { what: 'list', ms: figures.list?.toFixed(1) ?? '' },
    { what: 'getAll', ms: figures.getAll?.toFixed(1) ?? '' },
  ]);
});
