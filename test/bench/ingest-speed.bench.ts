import { rm } from 'node:fs/promises';
import type { Page } from 'puppeteer';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from '../../src/cli/browser/launch-browser.ts';
import { buildExtension } from './support/build-extension.ts';
import { median, printTable } from './support/figures.ts';
import { type Counted, rawPuts, untilStored } from './support/pipelines.ts';
import { servePage } from './support/serve-page.ts';

/** Below what a page load may record in a minute. */
const ENTRIES = 50_000;
const ROUNDS = 3;
const CHUNK = 200;

/** A page that makes marks in one task, as fast as it can. */
const HTML = `<!doctype html><title>Marks</title><link rel="icon" href="data:,"><script>
  function make(n) {
    const start = performance.timeOrigin + performance.now();
    for (let i = 0; i < n; i++) performance.mark('bench-' + i);
    return start;
  }
</script>`;

const PIPELINES = [
  {
    name: 'vitalog',
    content: 'src/content/collector.iife.ts',
    background: 'src/background/background.ts',
    counted: { database: 'vitalog', table: 'pageLoads', by: 'ledger' },
  },
  {
    name: 'bare pipeline',
    content: 'test/bench/extensions/bare-pipeline-content.ts',
    background: 'test/bench/extensions/bare-pipeline-background.ts',
    counted: { database: 'bare', table: 'chunks', by: 'entries' },
  },
] as const satisfies readonly { name: string; content: string; background: string; counted: Counted }[];

const folders = new Map<string, string>();
let server: Awaited<ReturnType<typeof servePage>>;

beforeAll(async () => {
  server = await servePage(HTML);
  for (const { name, content, background } of PIPELINES) {
    folders.set(name, await buildExtension({ name: name.replaceAll(' ', '-'), content, background }));
  }
});

afterAll(async () => {
  await server?.close();
  for (const folder of folders.values()) await rm(folder, { recursive: true });
});

it('takes entries in', async () => {
  const runs = new Map<string, number[]>();
  const note = (name: string, ms: number) => runs.set(name, [...(runs.get(name) ?? []), ENTRIES / (ms / 1000)]);
  for (let round = 0; round < ROUNDS; round++) {
    for (const { name, counted } of PIPELINES) {
      const dist = folders.get(name) ?? '';
      await inBrowser(dist, async (extensionPage, page) => {
        note(name, await ingestMs(page, extensionPage, counted));
        if (counted.by === 'ledger') return;
        note('raw puts, 200 a record', await rawPuts(extensionPage, ENTRIES, CHUNK));
        note('raw puts, one a record', await rawPuts(extensionPage, ENTRIES, 1));
      });
    }
  }
  const speed = (name: string) => median(runs.get(name) ?? []);
  const rows = [...runs].map(([name, all]) => ({
    'into IndexedDB': name,
    'entries/s (median)': Math.round(speed(name)),
    'entries/s (all)': all.map(Math.round).join(' '),
    'times bare pipeline': (speed(name) / speed('bare pipeline')).toFixed(2),
    'times raw puts of 200': (speed(name) / speed('raw puts, 200 a record')).toFixed(2),
  }));
  printTable(
    `${ENTRIES.toLocaleString('en')} marks made in one task, from the first mark to the last in IndexedDB`,
    rows,
  );
  expect(rows).toHaveLength(PIPELINES.length + 2);
});

/** The time from the first mark to the moment in which all are stored. */
async function ingestMs(page: Page, extensionPage: Page, counted: Counted): Promise<number> {
  await page.goto(server.url);
  // What the page itself makes is stored first, so that the database stands.
  await page.evaluate('make(200)');
  await untilStored(extensionPage, counted, 200);
  const arrival = untilStored(extensionPage, counted, ENTRIES + 200);
  const start = Number(await page.evaluate(`make(${ENTRIES})`));
  const { stored, dropped, at } = await arrival;
  expect(dropped, 'entries that a cap left out').toBe(0);
  expect(stored).toBeGreaterThanOrEqual(ENTRIES);
  return at - start;
}

/** Works in a fresh browser with an extension, on a page of the extension and one for the web. */
async function inBrowser(dist: string, work: (extensionPage: Page, page: Page) => Promise<void>): Promise<void> {
  const { browser, extensionId, close } = await launchBrowser({ dist });
  try {
    const extensionPage = await browser.newPage();
    // Any file of an extension is a page of its origin, and these have no other.
    await extensionPage.goto(`chrome-extension://${extensionId}/manifest.json`);
    await work(extensionPage, await browser.newPage());
  } finally {
    await close();
  }
}
