import { describe, expect, it } from 'vitest';
import { analyzeSession } from '../../../../src/analysis/analyze-session.ts';
import { STARTER_BUDGET } from '../../../../src/analysis/budgets/starter.ts';
import { HOST_NAMES } from '../../../../src/analysis/resources/host-data.ts';
import type { ReportPageLoad } from '../../../../src/model/report.ts';
import type { PageSnapshot } from '../../../../src/model/snapshot.ts';
import type { ExportScope } from '../../../../src/panel/export/export-scope.ts';
import { openRawReport, type RawReport } from '../../../../src/panel/export/raw-report.ts';
import { createPanelMemory } from '../../../../src/panel/state/panel-memory.ts';
import { reportPageLoad } from '../../../../src/report/build-report.ts';
import { userTimingEntry } from '../../../fixtures/builders/timeline-entries.ts';
import { createRecordedSource } from '../../../playground/recorded-source.ts';
import { shopSession } from '../../../playground/sessions/shop.ts';

const NOW = Date.UTC(2026, 0, 15, 10, 5);

function open(snapshots: readonly PageSnapshot[], scope: (first: PageSnapshot) => ExportScope): Promise<RawReport> {
  const source = createRecordedSource(snapshots);
  const [first] = snapshots;
  if (!first) throw new Error('The session is empty.');
  const terms = { budgets: [STARTER_BUDGET], samples: [] };
  return openRawReport({
    source,
    memory: createPanelMemory(source),
    terms,
    scope: scope(first),
    version: '0.1.0',
    now: NOW,
  });
}

async function pageLoadsOf(report: RawReport): Promise<readonly ReportPageLoad[]> {
  const loads: ReportPageLoad[] = [];
  for await (const load of report.pageLoads()) loads.push(load);
  return loads;
}

const counted = (snapshots: readonly PageSnapshot[]): readonly PageSnapshot[] =>
  snapshots.map(({ pageLoad, entries, requests }) => ({
    entries,
    requests,
    pageLoad: { ...pageLoad, ledger: { ...pageLoad.ledger, stored: entries.length } },
  }));

const wholeSession = ({ pageLoad }: PageSnapshot): ExportScope => ({
  kind: 'sessions',
  sessionIds: [pageLoad.sessionId],
});

describe('a report read page load by page load', () => {
  it('is what the analysis of the whole session at once gives', async () => {
    const session = counted(shopSession());
    const report = await open(session, wholeSession);
    const whole = analyzeSession(
      session.toSorted((a, b) => a.pageLoad.timeOrigin - b.pageLoad.timeOrigin),
      NOW,
      { hosts: HOST_NAMES },
    );
    expect(await pageLoadsOf(report)).toEqual(whole.map(reportPageLoad));
    expect(report.count).toBe(whole.length);
  });

  it('of one page load knows those before it, and holds it alone', async () => {
    const session = counted(shopSession());
    const last = session.toSorted((a, b) => a.pageLoad.timeOrigin - b.pageLoad.timeOrigin).at(-1);
    const { sessionId = '', pageLoadId = '' } = last?.pageLoad ?? {};
    const all = await pageLoadsOf(await open(session, wholeSession));
    const one = await pageLoadsOf(await open(session, () => ({ kind: 'page-load', sessionId, pageLoadId })));
    expect(one).toEqual(all.filter((load) => load.pageLoadId === pageLoadId));
    expect(one).toHaveLength(1);
  });

  it('of chosen page loads holds those, of any session, with what came before them known', async () => {
    const session = counted(shopSession());
    const [first, , last] = session;
    if (!first || !last) throw new Error('The session is too short.');
    const other = counted([{ ...first, pageLoad: { ...first.pageLoad, pageLoadId: 'other', sessionId: 'session-2' } }]);
    const pageLoads = [...other, last].map(({ pageLoad: { sessionId, pageLoadId } }) => ({ sessionId, pageLoadId }));
    const source = createRecordedSource([...session, ...other]);
    const report = await openRawReport({
      source: {
        ...source,
        listPageLoads: async (id) => (await source.listPageLoads(id)).filter(({ sessionId }) => sessionId === id),
      },
      memory: createPanelMemory(source),
      terms: { budgets: [STARTER_BUDGET], samples: [] },
      scope: { kind: 'page-loads', pageLoads },
      version: '0.1.0',
      now: NOW,
    });
    const ids = (await pageLoadsOf(report)).map(({ pageLoadId }) => pageLoadId);
    expect(ids.toSorted()).toEqual(pageLoads.map(({ pageLoadId }) => pageLoadId).toSorted());
    expect(report.count).toBe(2);
  });

  it('holds no entry that its ledger does not count', async () => {
    const [first] = counted(shopSession());
    if (!first) throw new Error('The session is empty.');
    const late = { ...first, entries: [...first.entries, userTimingEntry({ name: 'came in between' })] };
    const [load] = await pageLoadsOf(await open([late], wholeSession));
    expect(load?.entries).toHaveLength(load?.ledger.stored ?? -1);
  });

  it('says what to do when nothing is stored', async () => {
    await expect(open(shopSession(), () => ({ kind: 'sessions', sessionIds: [] }))).rejects.toThrow(/reload the page/);
  });
});
