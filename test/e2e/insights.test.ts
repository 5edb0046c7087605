import type { Page } from 'puppeteer';
import { beforeAll, describe, expect, test } from 'vitest';
import { INSIGHT_RULES } from '../../src/analysis/insights/registry.ts';
import { type OpenPanel, openPanel } from '../../src/cli/browser/open-panel.ts';
import type { Finding, Insight } from '../../src/model/insights.ts';
import type { Culprit, InsightPage, Site } from '../pages/insight-page.ts';
import { insightPages } from '../pages/insight-pages.ts';
import { startInsightServer } from '../pages/insight-server.ts';
import { besidePages } from './support/beside-pages.ts';
import { switchScriptErrors } from './support/script-error-setting.ts';
import { visitFixture } from './support/visit-fixture.ts';

/** Of a page on which a rule should find nothing, until it does find nothing. */
const VISITS = 3;

const suite = besidePages(startInsightServer);
/** The tab that all pages are visited in one after the other, and the one with DevTools once a page needed it. */
let tab: Page;
let inspected: { readonly page: Page; readonly panel: OpenPanel } | null = null;

beforeAll(async () => {
  tab = await suite.chromium.browser.newPage();
});

describe.each(INSIGHT_RULES.map(({ id }) => id))('%s', async (id) => {
  const { fails, passes } = await insightPages(id);

  test('names the culprit on the page that shows it', async () => {
    const { insight, site } = await visit(id, 'fails', fails);
    expect(insight).toMatchObject({ status: fails.status ?? 'fail', statusReason: null });
    const [first] = insight.findings;
    expect(first && subjectOf(first)).toMatchObject(subjectOfCulprit(fails.culprit, site));
  });

  test('finds nothing on the page that is right', async () => {
    const expected = { status: passes.status ?? 'pass', statusReason: null };
    // What a rule says wrongly it says at every visit; what a busy machine does to a page that is right it does at some.
    for (let i = 1; i < VISITS; i++) {
      const { insight } = await visit(id, `passes-${i}`, passes);
      if (insight.status === expected.status && insight.statusReason === null) return;
    }
    const { insight } = await visit(id, 'passes', passes);
    expect(insight).toMatchObject(expected);
  });
});

async function visit(id: string, which: string, page: InsightPage): Promise<{ insight: Insight; site: Site }> {
  const site = suite.pages.add(`${id}-${which}`, page);
  if (page.scriptErrors) await switchScriptErrors(suite.chromium.extensionPage, 'on');
  const { analysis } = await visitFixture(page, site, await tabFor(page), suite.chromium.extensionPage);
  if (page.scriptErrors) await switchScriptErrors(suite.chromium.extensionPage, 'off');
  const insight = analysis.insights.find((candidate) => candidate.id === id);
  if (insight === undefined) throw new Error(`The analysis has no insight ${id}.`);
  return { insight, site };
}

async function tabFor({ devtools }: InsightPage): Promise<Page> {
  if (!devtools) {
    await tab.bringToFront();
    return tab;
  }
  if (inspected === null) {
    const page = await suite.chromium.browser.newPage();
    inspected = { page, panel: await openPanel(page) };
  }
  await inspected.page.bringToFront();
  return inspected.page;
}

function subjectOf({ url, selector, script, message }: Finding) {
  return { url: url ?? script?.url, selector, functionName: script?.functionName, message };
}

function subjectOfCulprit({ path, host, selector, functionName, says }: Culprit, site: Site) {
  const origin = host === undefined ? site.origin : site.at(host);
  return {
    ...(path === undefined ? {} : { url: origin + path }),
    ...(selector === undefined ? {} : { selector }),
    ...(functionName === undefined ? {} : { functionName }),
    ...(says === undefined ? {} : { message: expect.stringContaining(says) }),
  };
}
