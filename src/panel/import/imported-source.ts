import { evaluateBudgets } from '../../analysis/budgets/evaluate-budgets.ts';
import type { PageLoadRecord } from '../../model/page-load.ts';
import type { ReportPageLoad, SessionReport } from '../../model/report.ts';
import { analysisOf } from '../../report/analysis-of.ts';
import { filePageLoad } from '../../report/import/file-page-load.ts';
import type { SessionSource } from '../session-source.ts';
import { reportFacts } from './report-facts.ts';
import { tellSession } from './tell-session.ts';

/** A session from a file: nothing in it changes, and nothing of it is stored. */
export function createImportedSource(report: SessionReport): SessionSource {
  const loads = new Map(report.pageLoads.map((load) => [load.pageLoadId, load]));
  const records = [...loads.values()].map((load) => recordOf(load, report));
  return {
    imported: report,
    listPageLoads: async () => records,
    getPageLoads: async (pageLoadIds) => records.filter(({ pageLoadId }) => pageLoadIds.includes(pageLoadId)),
    async readEntries(pageLoadId, fromChunk = 0) {
      return { entries: fromChunk === 0 ? (loads.get(pageLoadId)?.entries ?? []) : [], nextChunk: 1 };
    },
    readRequests: async () => ({ requests: [], batches: [] }),
    analysisOf(pageLoadId, { budgets, samples }) {
      const load = loads.get(pageLoadId);
      if (!load) return null;
      const analysis = analysisOf(load);
      return { ...analysis, budgetResults: evaluateBudgets(analysis, budgets, samples) };
    },
    subscribe: tellSession(report.session.sessionId),
  };
}

function recordOf(load: ReportPageLoad, { session, generator }: SessionReport): PageLoadRecord {
  const record = filePageLoad({
    pageLoadId: load.pageLoadId,
    sessionId: session.sessionId,
    url: load.url,
    title: load.title,
    timeOrigin: load.timeOrigin,
    navigationType: load.navigationType,
    supportedEntryTypes: load.supportedEntryTypes,
    browser: generator.browser,
    entries: load.ledger.made,
    ledger: load.ledger,
    selfCost: load.selfCost,
    networkLog: load.networkLog,
    views: load.views.map(({ metrics: _, ...view }) => view),
    // The metrics are those of the report.
    ...(load.har && { har: { ...load.har, metrics: {} } }),
  });
  return { ...record, ...reportFacts(load) };
}
