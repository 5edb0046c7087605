import { gzipSync } from 'node:zlib';
import type { Frame } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPanel } from '../../src/cli/browser/open-panel.ts';
import { readStore } from '../../src/cli/browser/read-store.ts';
import { settled } from '../../src/cli/profile/settled.ts';
import type { SessionReport } from '../../src/model/report.ts';
import { harFile, harFileEntry, realHar } from '../fixtures/builders/har-files.ts';
import { markupIn } from '../fixtures/builders/markup.ts';
import { shopReport } from '../fixtures/builders/reports.ts';
import { type Demo, startDemo } from '../pages/demo/server.ts';
import { violationsIn } from './support/axe.ts';
import { closeForm, saveFromForm } from './support/export-session.ts';
import { launchExtension, type TestBrowser } from './support/extension.ts';
import { gzipBomb, openFile, refusal } from './support/session-files.ts';

/** Elements and attributes that the panel never writes, and payloads would. */
const MADE_BY_MARKUP = [
  ...['img', 'script:not([src])', 'iframe', 'object', 'base', 'meta[http-equiv]', 'video', 'math', 'style'],
  ...['[onerror]', '[onload]', '[ontoggle]', '[onmouseover]', '[srcdoc]', 'form[action]'],
  ...['a[href]:not([href^="http:"], [href^="https:"])', '[href*="evil.example"]:not(a)'],
].join(', ');

const WITHIN = { timeout: 15_000, interval: 50 };

let demo: Demo;
let chromium: TestBrowser;
let panel: Frame;

beforeAll(async () => {
  demo = await startDemo();
  chromium = await launchExtension();
  const page = await chromium.browser.newPage();
  await page.goto(`${demo.url}/product/copper-kettle?session=hunter2hunter2hunter2`);
  panel = (await openPanel(page)).frame;
  await settled(panel, (await readStore(chromium.extensionPage)).at(-1)?.pageLoad.pageLoadId ?? '');
  await page.goto('about:blank');
});
afterAll(async () => {
  await chromium?.close();
  await demo?.close();
});

/** The report with its first page load four times: so many places for markup, in so many ways. */
function fourfold({ pageLoads: [first], ...report }: SessionReport): SessionReport {
  return { ...report, pageLoads: first ? ['a', 'b', 'c', 'd'].map((pageLoadId) => ({ ...first, pageLoadId })) : [] };
}

async function backToTab(): Promise<void> {
  await panel.locator('::-p-aria([name="Back to this tab"][role="button"])').click();
  await panel.waitForSelector('[data-testid="imported"]', { hidden: true });
}

describe('a session that was exported', () => {
  test('is shown again after everything was deleted, and exports to the same file', async () => {
    const first = await saveFromForm(chromium.browser, panel);
    await closeForm(panel);
    await panel.locator('#tab-storage').click();
    await panel.locator('::-p-aria([name="Delete everything"][role="button"])').click();
    await expect.poll(() => panel.$$eval('[data-testid="session"]', (rows) => rows.length), WITHIN).toBe(0);

    await openFile(panel, 'session.json', first);
    await panel.waitForSelector('[data-testid="imported"]');
    await panel.waitForSelector('[data-metric="LCP"]');
    const again = await saveFromForm(chromium.browser, panel);
    await closeForm(panel);
    expect(again).toBe(first);
    await backToTab();

    await openFile(panel, 'session.json.gz', gzipSync(first));
    await panel.waitForSelector('[data-testid="imported"]');
    await backToTab();
  });

  test('can be dropped on the panel', async () => {
    await panel.evaluate((text) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([text], 'dropped.json'));
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    }, JSON.stringify(shopReport()));
    await panel.waitForSelector('[data-testid="imported"]');
    expect(await panel.$eval('[data-testid="imported"]', (notice) => notice.textContent)).toContain('dropped.json');
    expect(await violationsIn(panel, 'imported')).toEqual([]);
    expect(await panel.$$eval('[data-testid="page-load"]', (items) => items.length)).toBe(
      shopReport().pageLoads.length,
    );
    await backToTab();
  });

  test('can be a HAR of another browser: its requests in the same views, no data where it tells nothing', async () => {
    await openFile(panel, 'firefox.har', realHar('firefox'));
    const notice = await panel.waitForSelector('[data-testid="imported"]');
    expect(await notice?.evaluate((element) => element.textContent)).toContain('a HAR file that Firefox wrote');
    await panel.locator('#tab-overview').click();
    const states = () =>
      panel.$$eval('[data-metric][data-state]', (cards) => cards.map((card) => card.getAttribute('data-state')));
    await expect.poll(states, WITHIN).toContain('no-data');
    expect(new Set(await states())).toEqual(new Set(['no-data']));
    expect(await panel.$eval('.statusbar', (bar) => bar.textContent)).toMatch(/From a HAR file.*Firefox 153/);
    await panel.locator('#tab-resources').click();
    await panel.waitForSelector('[data-testid="resource"]');
    const view = await panel.$eval('#view', (element) => element.textContent);
    for (const { request } of JSON.parse(realHar('firefox')).log.entries)
      expect(view).toContain(new URL(request.url).pathname.split('/').at(-1));
    await panel.locator('#tab-main-thread').click();
    const absent = await panel.waitForSelector('[data-testid="unsupported"]');
    expect(await absent?.evaluate((element) => element.textContent)).toContain('A HAR file does not tell');
    await panel.locator('#tab-memory').click();
    await panel.waitForSelector('[data-testid="no-heap"]');
    for (const section of ['heap-title', 'failed-title'])
      expect(await panel.$eval(`[aria-labelledby="${section}"]`, (element) => element.textContent)).toContain(
        'The HAR file does not tell this',
      );
    const saved = await saveFromForm(chromium.browser, panel);
    await closeForm(panel);
    expect(saved).not.toContain('canary');
    await backToTab();
  });

  test('shows markup as text', async () => {
    const dialogs: string[] = [];
    const requests: string[] = [];
    const page = panel.page();
    page.on('dialog', (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    page.on('request', (request) => requests.push(request.url()));
    await panel.evaluate(() => {
      document.addEventListener('securitypolicyviolation', ({ violatedDirective }) => {
        document.documentElement.dataset.violation = violatedDirective;
      });
    });
    const { report, places } = markupIn(fourfold(shopReport()));
    expect(places).toBeGreaterThan(200);
    await openFile(panel, 'markup.json', JSON.stringify(report));
    await panel.waitForSelector('[data-testid="imported"]');
    for (const view of ['overview', 'resources', 'budgets']) {
      await panel.locator(`#tab-${view}`).click();
      await panel.waitForSelector(`#tab-${view}[aria-selected="true"]`);
    }
    await panel.locator('#tab-overview').click();
    let shown = '';
    for (const { pageLoadId } of report.pageLoads) {
      await panel.locator(`.page-load[data-page-load-id="${pageLoadId}"]`).click();
      await panel.waitForSelector(`[data-testid="panel"][data-page-load-id="${pageLoadId}"]`);
      expect(await panel.$$eval(MADE_BY_MARKUP, (found) => found.map(({ outerHTML }) => outerHTML))).toEqual([]);
      shown += await panel.$eval('#view', (view) => view.textContent);
    }
    expect(shown).toMatch(/<[a-z]+[^<>]*>/);
    expect(await panel.evaluate(() => document.documentElement.dataset.violation)).toBeUndefined();
    expect(requests.filter((url) => !url.startsWith('chrome-extension:') && !url.startsWith('devtools:'))).toEqual([]);
    expect(dialogs).toEqual([]);
    await backToTab();
  });
});

describe('a hostile file', () => {
  const valid = JSON.stringify(shopReport());

  test.each([
    ['cut.json', valid.slice(0, 4000), /character \d+/],
    ['half.json', valid.slice(0, valid.length / 2), /character \d+/],
    ['deep.json', `${'['.repeat(100_000)}${']'.repeat(100_000)}`, /nests deeper than 64 levels/],
    ['future.json', valid.replace('"version":1', '"version":7'), /version 7.*Update Vitalog/],
    ['proto.json', valid.replace('"selfCost":{', '"selfCost":{"__proto__":{"polluted":1},'), /__proto__.*pageLoads/],
    ['type.json', valid.replace('"title":"', '"title":7,"x":"'), /pageLoads/],
    ['empty.json', '', /empty/],
    ['other.json', '{"a":1}', /no Vitalog session and no HAR/],
    ['type.har', JSON.stringify(harFile({ entries: [harFileEntry({ time: 'long' })] })), /\/log\/entries\/0\/time/],
    ['future.har', JSON.stringify(harFile({ version: '3.0' })), /HAR 3\.0.*Update Vitalog/],
    ['cut.json.gz', gzipSync(valid).subarray(0, 900), /broken|character/],
  ])('%s is refused, and says why', async (name, content, reason) => {
    await openFile(panel, name, content);
    expect(await refusal(panel)).toMatch(reason);
    await expectUnharmed();
  });

  test('of 10 MB that inflates to 10 GiB is refused at 64 MiB', async () => {
    await openFile(panel, 'bomb.json.gz', gzipBomb());
    expect(await refusal(panel)).toMatch(/64 MiB/);
    await expectUnharmed();
  });
});

/** Nothing of the file is there, and the panel goes on. */
async function expectUnharmed(): Promise<void> {
  expect(await panel.$('[data-testid="imported"]')).toBeNull();
  expect(await panel.evaluate(() => (({}) as { polluted?: number }).polluted)).toBeUndefined();
  const stored = await readStore(chromium.extensionPage);
  expect(stored.filter(({ pageLoad }) => pageLoad.deletedAt === null)).toEqual([]);
}
