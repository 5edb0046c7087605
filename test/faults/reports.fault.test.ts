// Rows 62, 64 and 66 of the fault catalogue in the real panel. Of their neighbours, 56 to 58, 60, 61, 63, 65 and 67 need no
// browser or a short look only: they are among the unit and end-to-end tests of reports, and the export of a million entries.
import type { Frame, Page } from 'puppeteer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPanel } from '../../src/cli/browser/open-panel.ts';
import { readStore } from '../../src/cli/browser/read-store.ts';
import type { SessionReport } from '../../src/model/report.ts';
import { saveFromForm } from '../e2e/support/export-session.ts';
import { launchExtension, type TestBrowser } from '../e2e/support/extension.ts';
import { gzipBomb, openFile, refusal } from '../e2e/support/session-files.ts';
import { realHar } from '../fixtures/builders/har-files.ts';
import { shopReport } from '../fixtures/builders/reports.ts';
import { type FixtureServer, startFixtures } from '../pages/fixture-server.ts';
import { printFigures } from './support/row.ts';

const DEEP = 100_000;
const CUTS = 100;
const EXPORTS = 20;

let fixtures: FixtureServer;
let chromium: TestBrowser;
let page: Page;
let panel: Frame;

beforeAll(async () => {
  fixtures = await startFixtures();
  chromium = await launchExtension();
  page = await chromium.browser.newPage();
  await page.goto(`${fixtures.url}/resources?n=0`);
  panel = (await openPanel(page)).frame;
  await panel.waitForSelector('[data-testid="panel"][data-page-load-id]');
});
afterAll(async () => {
  await chromium?.close();
  await fixtures?.close();
});

/** The panel's own heap, after a collection. */
async function heapBytes(): Promise<number> {
  const session = await panel.page().createCDPSession();
  try {
    await session.send('HeapProfiler.collectGarbage');
    return (await session.send('Runtime.getHeapUsage')).usedSize;
  } finally {
    await session.detach();
  }
}

async function rowsStored(): Promise<number> {
  const stored = await readStore(chromium.extensionPage);
  return stored.length + stored.reduce((sum, { entries }) => sum + entries.length, 0);
}

test('row 62: a gzip bomb and a file 100,000 levels deep are refused, the panel goes on', async () => {
  const deep = `${'['.repeat(DEEP)}${']'.repeat(DEEP)}`;
  const files: readonly (readonly [string, string | Uint8Array, RegExp])[] = [
    ['bomb.json.gz', gzipBomb(), /64 MiB/],
    ['deep.json', deep, /nests deeper/],
    ['deep.har', `{"log":{"entries":${deep}}}`, /nests deeper/],
  ];
  for (const [name, content, reason] of files) {
    const before = await heapBytes();
    const started = performance.now();
    await openFile(panel, name, content);
    const ms = performance.now() - started;
    expect(await refusal(panel)).toMatch(reason);
    const grown = (await heapBytes()) - before;
    printFigures(62, `${name} refused after ${Math.round(ms)} ms, heap ${(grown / 1e6).toFixed(1)} MB`);
    expect(ms).toBeLessThan(2000);
    expect(grown).toBeLessThan(100e6);
    await panel.locator('#tab-overview').click();
    await panel.waitForSelector('#tab-overview[aria-selected="true"]');
  }
});

test('row 64: files cut off at 100 places add nothing', async () => {
  const before = await rowsStored();
  const texts = [JSON.stringify(shopReport()), realHar('chromium').trimEnd()];
  let refused = 0;
  for (let n = 0; n < CUTS; n += 1) {
    const text = texts[n % texts.length] ?? '';
    await openFile(panel, `cut-${n}.json`, text.slice(0, Math.floor((text.length * n) / CUTS)));
    expect(await refusal(panel)).toMatch(/character \d+|empty/);
    refused += 1;
  }
  const added = (await rowsStored()) - before;
  printFigures(64, `refused ${refused} of ${CUTS}, rows added ${added}`);
  expect(added).toBe(0);
});

test('row 66: 20 exports of a page load that is being written hold what their head counts', async () => {
  await page.evaluate(() => {
    setInterval(() => performance.mark(`load ${performance.now()}`), 1);
  });
  const counts: number[] = [];
  for (let n = 0; n < EXPORTS; n += 1) {
    const { pageLoads } = JSON.parse(await saveFromForm(chromium.browser, panel)) as SessionReport;
    for (const { entries, ledger } of pageLoads) expect(entries.length).toBe(ledger.stored);
    counts.push(pageLoads.reduce((sum, { entries }) => sum + entries.length, 0));
  }
  printFigures(
    66,
    `equal ${counts.length} of ${EXPORTS}, ${counts[0]} entries in the first, ${counts.at(-1)} in the last`,
  );
  expect(counts.at(-1)).toBeGreaterThan(counts[0] ?? 0);
});
