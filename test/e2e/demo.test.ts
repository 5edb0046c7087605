import { writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type OpenDevtools, openPanel } from '../../src/cli/browser/open-panel.ts';
import { readStore } from '../../src/cli/browser/read-store.ts';
import { settled } from '../../src/cli/profile/settled.ts';
import type { SessionReport } from '../../src/model/report.ts';
import type { PageSnapshot } from '../../src/model/snapshot.ts';
import { normalisedSession } from '../fixtures/recorded/normalised-session.ts';
import { DEMO_FAULTS, DEMO_PAGES } from '../pages/demo/faults.ts';
import { type Demo, startDemo } from '../pages/demo/server.ts';
import { exportSession } from './support/export-session.ts';
import { launchExtension, type TestBrowser } from './support/extension.ts';
import { loadOf, namesOf } from './support/names-culprit.ts';
import { type PanelText, readOverview } from './support/panel-text.ts';
import { testReportNamesFaults } from './support/report-names-faults.ts';
import { visitDemo } from './support/visit-demo.ts';

let demo: Demo;
let chromium: TestBrowser;
let opened: OpenDevtools;
/** What the panel says of each page, by path. */
const panelTexts = new Map<string, PanelText>();
let report: SessionReport;

beforeAll(async () => {
  demo = await startDemo();
  chromium = await launchExtension();
  const page = await chromium.browser.newPage();
  await visitDemo(page, demo);
  opened = await openPanel(page);
  const { frame } = opened;
  // Writes the session of test/fixtures/recorded anew, see its README.
  if (process.env.RECORD_DEMO) await recordDemo(await readStore(frame));
  for (const { pageLoad } of await readStore(frame)) {
    await settled(frame, pageLoad.pageLoadId);
    panelTexts.set(new URL(pageLoad.url).pathname, await readOverview(frame));
  }
  report = await exportSession(chromium.browser, frame);
});
afterAll(async () => {
  await chromium?.close();
  await demo?.close();
});

async function recordDemo(snapshots: readonly PageSnapshot[]): Promise<void> {
  const session = normalisedSession(snapshots, {
    [demo.url]: 'http://shop.localhost:8000',
    [demo.otherUrl]: 'http://shop.localhost:9000',
  });
  await writeFile(process.env.RECORD_DEMO ?? '', `[\n${session.map((load) => JSON.stringify(load)).join(',\n')}\n]\n`);
}

describe('the panel, opened after a visit of the demo shop', () => {
  test('has every page of the visit', () => {
    expect([...panelTexts.keys()]).toEqual(Object.values(DEMO_PAGES));
  });

  test.each(DEMO_FAULTS)('says on $page: $what', ({ page, culprit, insights, limits, metrics = [] }) => {
    const panel = panelTexts.get(page);
    for (const id of insights) {
      for (const name of namesOf(culprit)) expect(panel?.insights.get(id), id).toContain(name);
    }
    for (const { metric, level } of limits) {
      const violation = panel?.violations.get(metric);
      expect(violation?.level, metric).toBe(level);
      for (const name of namesOf(culprit)) expect(violation?.text, metric).toContain(name);
    }
    for (const metric of metrics) {
      for (const name of namesOf(culprit)) expect(panel?.metrics.get(metric), metric).toContain(name);
    }
  });

  test.each(['large-resources', 'slow-resources'])('%s names nothing else', (id) => {
    for (const [path, { insights }] of panelTexts) {
      const expected = DEMO_FAULTS.filter((fault) => fault.page === path && fault.insights.includes(id)).length;
      expect(insights.get(id), path).toContain(expected === 0 ? 'Nothing found' : `${expected} found`);
    }
  });
});

test('a panel made anew tells of the record first; its place and its vitals stand still while the rest comes', async () => {
  await opened.devtools.evaluateOnNewDocument(notePlaces);
  await opened.frame.evaluate(() => location.reload());
  const places = await opened.frame.waitForFunction(
    () =>
      (globalThis as { places?: Partial<Record<string, Places>> }).places?.verdict && Reflect.get(globalThis, 'places'),
  );
  const { panel, 'first-sight': record, verdict } = (await places.jsonValue()) as Readonly<Record<string, Places>>;
  expect(record?.text).toMatch(/Reading \d+ entries.*Largest Contentful Paint\d+/);
  expect(panel?.view).toEqual(verdict?.view);
  expect(record?.vitals).toEqual(verdict?.vitals);
});

interface Places {
  /** Upper left corner, in CSS pixels. */
  readonly view: readonly number[];
  readonly vitals: readonly number[];
  readonly text: string;
}

/** Runs in the panel: notes where things are when each stage of its start is first there. */
function notePlaces(): void {
  const places: Record<string, Places> = {};
  Object.assign(globalThis, { places });
  const placeOf = (selector: string) => {
    const { x, y } = document.querySelector(selector)?.getBoundingClientRect() ?? {};
    return [x ?? -1, y ?? -1];
  };
  new MutationObserver(() => {
    for (const stage of ['panel', 'first-sight', 'verdict']) {
      const element = document.querySelector(`[data-testid="${stage}"]`);
      if (element === null || stage in places) continue;
      places[stage] = { view: placeOf('#view'), vitals: placeOf('#metrics-title'), text: element.textContent ?? '' };
    }
  }).observe(document, { childList: true, subtree: true });
}

describe('the session as the panel exports it', () => {
  testReportNamesFaults(() => report.pageLoads);

  test('has the client-side route as a view of the product page', () => {
    const paths = loadOf(report.pageLoads, DEMO_PAGES.product).views.map(({ url }) => new URL(url).pathname);
    expect(paths).toEqual([DEMO_PAGES.product, `${DEMO_PAGES.product}/reviews`]);
  });
});
