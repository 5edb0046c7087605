// The demo shop in a real Firefox, looked at through its real toolbox.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OpenPanel } from '../../../src/cli/browser/open-panel.ts';
import { readStore } from '../../../src/cli/browser/read-store.ts';
import { settled } from '../../../src/cli/profile/settled.ts';
import type { SessionReport } from '../../../src/model/report.ts';
import type { PageSnapshot } from '../../../src/model/snapshot.ts';
import { reportToHtml } from '../../../src/report/html.ts';
import { sanitizeReport } from '../../../src/report/sanitize.ts';
import { TEST_KEY } from '../../fixtures/builders/reports.ts';
import { DEMO_PAGES } from '../../pages/demo/faults.ts';
import { type Demo, startDemo } from '../../pages/demo/server.ts';
import { writeBudgets } from '../support/budget-editor.ts';
import { chooseOption } from '../support/choose-option.ts';
import { analysisOf, metricOf } from '../support/measured.ts';
import { namesOf } from '../support/names-culprit.ts';
import { measureVitals, type PageVitals } from '../support/page-vitals.ts';
import { type PanelText, readOverview } from '../support/panel-text.ts';
import { pressButton } from '../support/press-button.ts';
import { entriesOf, storedLoad } from '../support/stored-loads.ts';
import { setDevtoolsTheme } from './support/devtools-theme.ts';
import { dropFile } from './support/drop-file.ts';
import { savingInto, startFirefox, type TestFirefox } from './support/firefox.ts';
import { openPrivateWindow } from './support/private-window.ts';
import { saveSession } from './support/save-session.ts';
import { SEEN_FAULTS, UNMEASURED } from './support/seen-faults.ts';
import { visitShop } from './support/visit-shop.ts';
import { walkViews } from './support/walk-views.ts';

let demo: Demo;
let firefox: TestFirefox;
let panel: OpenPanel;
/** What the panel says of each page, by path. */
const panelTexts = new Map<string, PanelText>();
const vitals = new Map<string, PageVitals>();
let snapshots: readonly PageSnapshot[];
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'vitalog-firefox-'));
  [demo, firefox] = await Promise.all([
    startDemo(),
    startFirefox({ privateWindows: true, preferences: savingInto(folder) }),
  ]);
  const page = await firefox.browser.newPage();
  const readVitals = await measureVitals(page);
  await visitShop(page, demo);
  for (const path of Object.values(DEMO_PAGES)) vitals.set(path, await readVitals(path));
  panel = await firefox.openPanel(page);
  for (const { pageLoad } of await readStore(panel.frame)) {
    await settled(panel.frame, pageLoad.pageLoadId);
    panelTexts.set(new URL(pageLoad.url).pathname, await readOverview(panel.frame));
  }
  snapshots = await readStore(panel.frame);
});
afterAll(async () => {
  await firefox?.close();
  await demo?.close();
  await rm(folder, { recursive: true });
});

function loadOf(path: string): string {
  const load = snapshots.find(({ pageLoad }) => new URL(pageLoad.url).pathname === path);
  return load?.pageLoad.pageLoadId ?? '';
}

describe('the panel, opened after a visit of the demo shop', () => {
  test('has every page of the visit', () => {
    expect([...panelTexts.keys()]).toEqual(Object.values(DEMO_PAGES));
    expect(SEEN_FAULTS).toHaveLength(9);
  });

  test.each(SEEN_FAULTS)('says on $page: $what', ({ page, culprit, insights, limits, metrics = [] }) => {
    const said = panelTexts.get(page);
    for (const name of namesOf(culprit)) {
      for (const id of insights) expect(said?.insights.get(id), id).toContain(name);
      for (const { metric, level } of limits) {
        expect(said?.violations.get(metric)?.level, metric).toBe(level);
        expect(said?.violations.get(metric)?.text, metric).toContain(name);
      }
      for (const metric of metrics) expect(said?.metrics.get(metric), metric).toContain(name);
    }
  });

  test('names Firefox for what it does not measure, and says 0 of none of it', () => {
    for (const { insights, metrics, violations } of panelTexts.values()) {
      for (const name of UNMEASURED.metrics) {
        expect(metrics.get(name), name).toContain('unsupported');
        expect(metrics.get(name), name).toContain('Firefox does not measure this');
        expect([...violations.keys()]).not.toContain(name);
      }
      for (const id of UNMEASURED.insights) {
        expect(insights.get(id), id).toContain('Not measured');
        expect(insights.get(id), id).toContain('Firefox does not measure this');
      }
    }
  });
});

describe('what is stored', () => {
  test('row 43: the entry types that Firefox does not support are told exactly, and no limit is judged by them', () => {
    for (const snapshot of snapshots) {
      const { supportedEntryTypes } = snapshot.pageLoad;
      expect([...supportedEntryTypes].sort()).toEqual([
        'event',
        'first-input',
        'largest-contentful-paint',
        'mark',
        'measure',
        'navigation',
        'paint',
        'resource',
      ]);
      const { budgetResults } = analysisOf(snapshot);
      const unmeasured = budgetResults.filter(({ metric }) => /^(CLS|TBT|TTI|long-task-.*)$/.test(metric));
      expect(unmeasured.length).toBeGreaterThan(0);
      for (const { level, actual, reason } of unmeasured) {
        expect({ level, actual }).toEqual({ level: 'not-measured', actual: null });
        expect(reason).toMatch(/^Firefox does not measure this/);
      }
    }
  });

  test('vitals equal those of web-vitals in the world of the page', () => {
    for (const snapshot of snapshots) {
      const path = new URL(snapshot.pageLoad.url).pathname;
      const expected = vitals.get(path) ?? {};
      expect(Object.keys(expected)).toEqual(expect.arrayContaining(['LCP', 'FCP', 'TTFB']));
      for (const [name, value] of Object.entries(expected)) {
        expect(metricOf(analysisOf(snapshot), name as 'LCP').value, `${name} of ${path}`).toBe(value);
      }
    }
    expect(vitals.get(DEMO_PAGES.product)?.INP).toBeGreaterThanOrEqual(180);
  });

  test('the navigation is taken once, with no time before its start and no redirect', () => {
    for (const snapshot of snapshots) {
      expect(entriesOf(snapshot, 'navigation').length).toBeGreaterThan(0);
      const documents = analysisOf(snapshot).resources.filter(({ initiatorType }) => initiatorType === 'navigation');
      expect(documents).toHaveLength(1);
      const phases = documents.flatMap(({ phases: all }) => Object.values(all));
      expect(phases.filter((ms) => ms !== null && ms < 0)).toEqual([]);
      expect(documents[0]?.phases.redirect).toBeNull();
      expect(documents[0]?.transferSize.value).toBeGreaterThan(300);
    }
  });
});

describe('the panel in the toolbox', () => {
  // `npm run screenshots` pictures them in both themes.
  test('opens every view by a click, in a dark theme, and is light again with DevTools', async () => {
    const { frame } = panel;
    await settled(frame, loadOf(DEMO_PAGES.product));
    await setDevtoolsTheme(firefox, frame, 'dark');
    const errors: unknown[] = [];
    const noteError = (error: unknown) => errors.push(error);
    frame.page().on('pageerror', noteError);
    const said = new Map<string, string>();
    const drawn: string[] = [];
    await walkViews(frame, async ({ id, text, charts, nameless }) => {
      said.set(id, text);
      if (charts > 0) drawn.push(`${charts} in ${id}`);
      expect(text.length, id).toBeGreaterThan(40);
      expect(text, id).not.toMatch(/NaN|undefined|\[object/);
      expect(nameless, `controls without a name in ${id}`).toEqual([]);
      expect((await panel.screenshot()).subarray(1, 4).toString(), id).toBe('PNG');
    });
    const ink = () => frame.evaluate(() => getComputedStyle(document.body).color);
    const dark = await ink();
    await setDevtoolsTheme(firefox, frame, 'light');
    expect(await ink()).not.toBe(dark);
    frame.page().off('pageerror', noteError);
    expect(errors).toEqual([]);
    expect(said.size).toBeGreaterThanOrEqual(8);
    expect(drawn).toEqual(['2 in overview', '1 in interactions']);
    expect(said.get('interactions')).toContain('Which script took the time: Firefox does not measure this');
    expect(said.get('layout-shifts')).toMatch(/Firefox does not measure layout shifts.*Overview names images/);
    expect(said.get('main-thread')).toMatch(/Firefox does not measure .*Profiler/);
    expect(said.get('memory')).toMatch(/Firefox does not measure this.*Memory panel/);
  });

  test('says in comparisons and trends what Firefox does not measure, where the figure would be', async () => {
    const { frame } = panel;
    await frame.locator('#tab-sessions').click();
    await frame.waitForSelector('[data-testid="session-row"] .choose input');
    const ticks = await frame.$$('[data-testid="session-row"] .choose input');
    for (const tick of ticks.slice(0, 2)) await tick.click();
    await pressButton(frame, 'Compare', '[data-testid="chosen"]');
    const figures = await frame.waitForSelector('[data-testid="compared"]');
    const said = await figures?.evaluate(({ textContent }) => textContent);
    for (const figure of ['CLS', 'Long tasks', 'Largest shift'])
      expect(said).toContain(`${figure}unsupportedunsupported`);
    expect(said?.match(/Unsupported: Firefox does not measure this\./g)).toHaveLength(2);
    await pressButton(frame, 'Trends');
    await chooseOption(frame, '.trend-choices label:last-of-type select', 'CLS');
    await frame.waitForSelector('[data-testid="trend-text"]::-p-text(Firefox does not measure this.)');
  });

  test('exports the session, and opens the file again as the same', async () => {
    const { frame } = panel;
    const first = await saveSession(folder, frame);
    expect(JSON.parse(first).pageLoads).toHaveLength(3);
    await dropFile(frame, 'session.json', first);
    await frame.waitForSelector('[data-testid="imported"]');
    await frame.waitForSelector('[data-settled="true"]');
    expect(await saveSession(folder, frame)).toBe(first);
    await pressButton(frame, 'Back to this tab');
    await frame.waitForSelector('[data-testid="imported"]', { hidden: true });
    await writeFile(
      path.join(folder, 'report.html'),
      reportToHtml(sanitizeReport(JSON.parse(first), { key: TEST_KEY })),
    );
    const page = await firefox.browser.newPage();
    await page.goto(pathToFileURL(path.join(folder, 'report.html')).href);
    const report = await page.evaluate(() => document.body.textContent);
    expect(report).toMatch(/Layout shifts\s*Firefox does not measure this\./);
    expect(report).not.toMatch(/NaN|undefined|\[object/);
    // Not by `$$eval`, which asks Firefox for each bar by itself.
    const bars = await page.evaluate(
      () => [...document.querySelectorAll('svg rect')].filter((bar) => bar.getBoundingClientRect().width > 0).length,
    );
    expect(bars).toBeGreaterThan(20);
    await page.close();
  });

  test('edits budgets, and judges the page by them at once', async () => {
    const { frame } = panel;
    await frame.locator('#tab-budgets').click();
    await frame.waitForSelector('[data-testid="budget-editor"]');
    const limits = [
      { metric: 'resource-count:total', error: 1000 },
      { metric: 'CLS', error: 0.1 },
      { metric: 'heap-growth', error: 1 },
    ];
    await writeBudgets(frame, [{ name: 'Shop', match: '*', limits }]);
    await pressButton(frame, 'Edit as a form');
    const limit = await frame.waitForSelector('[data-testid="limit"][data-metric="resource-count:total"]');
    await (await limit?.$('.field:nth-child(3) input'))?.focus();
    await frame.page().keyboard.press('End');
    for (let digit = 0; digit < 3; digit++) await frame.page().keyboard.press('Backspace');
    await frame.waitForSelector('[data-metric="resource-count:total"] [data-testid="preview"][data-level="error"]');
    const previews = await frame.$$eval('[data-testid="preview"]', (all) => all.map(({ textContent }) => textContent));
    expect(previews.filter((text) => /not measured.*Firefox does not measure this/.test(text))).toHaveLength(2);
    await pressButton(frame, 'Save');
    await frame.locator('#tab-overview').click();
    await frame.waitForSelector('[data-testid="violation"][data-metric="resource-count:total"][data-level="error"]');
    const violated = await frame.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('[data-testid="violation"]')].map(({ dataset }) => dataset.metric),
    );
    expect(violated).toEqual(['resource-count:total']);
    expect(await frame.$eval('#view', (view) => view.textContent)).toMatch(
      /2 limits were not measuredCLS: Firefox does not measure this: .*heap-growth: Firefox does not measure this\./,
    );
  });
});

test('requests of a page that is loaded anew in front of the panel have what DevTools tell of them as well', async () => {
  const url = demo.url + DEMO_PAGES.cart;
  const sheet = `${demo.url}/assets/site.css`;
  const sheetIn = (snapshot: PageSnapshot) => analysisOf(snapshot).resources.find((resource) => resource.url === sheet);
  await pressButton(panel.frame, 'Reload');
  const isTold = (snapshot: PageSnapshot) => sheetIn(snapshot)?.seenBy === 'both';
  const after = sheetIn(await storedLoad(firefox.extensionPage, url, 'the network log of DevTools', isTold));
  const before = snapshots.map(sheetIn).find((resource) => resource?.delivery === 'network');
  expect(after).toMatchObject({ status: 200, sources: { status: 'har' } });
  expect(after?.responseHeaders).toMatchObject({ 'cache-control': expect.any(String) });
  expect(after?.encodedBodySize.value).toBe(before?.encodedBodySize.value);
  // With the headers, of which Resource Timing tells no size.
  expect(after?.transferSize.source).toBe('har');
  expect(after?.transferSize.value).toBeGreaterThan(before?.encodedBodySize.value ?? Number.NaN);
});

test('row 34: a private window is recorded in memory, shown and exported, and not in the store', async () => {
  const url = `${demo.url}/product/copper-kettle?private`;
  const before = await readStore(firefox.extensionPage);
  const page = await openPrivateWindow(firefox, url);
  await page.evaluate(() => {
    for (let i = 0; i < 500; i++) performance.mark(`private-${i}`);
  });
  const { frame } = await firefox.openPanel(page);
  await frame.waitForFunction(() => Number(document.querySelector<HTMLElement>('.panel')?.dataset.entries) >= 500);
  expect(await frame.$eval('[data-testid="private-window"]', (notice) => notice.textContent)).toContain(
    'stays in memory',
  );
  const { pageLoads } = JSON.parse(await saveSession(folder, frame)) as SessionReport;
  const marks = pageLoads.flatMap(({ entries }) => entries).filter(({ name }) => name.startsWith('private-'));
  expect(new Set(marks.map(({ name }) => name)).size).toBe(500);
  expect(marks).toHaveLength(500);
  expect(pageLoads[0]?.views[0]?.metrics.find(({ name }) => name === 'FCP')?.state).toBe('measured');
  expect(pageLoads[0]?.resources.length).toBeGreaterThan(5);
  const stored = await readStore(firefox.extensionPage);
  expect(stored.map(({ pageLoad }) => pageLoad.url).filter((stored) => stored.includes('private'))).toEqual([]);
  expect(stored).toHaveLength(before.length);
  await page.close();
});
