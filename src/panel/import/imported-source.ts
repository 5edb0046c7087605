import { evaluateBudgets } from '../../analysis/budgets/evaluate-budgets.ts';
import { newCacheFacts, type PageLoadRecord } from '../../model/page-load.ts';
import type { ReportPageLoad, SessionReport } from '../../model/report.ts';
import { analysisOf } from '../../report/analysis-of.ts';
import type { SessionSource } from '../session-source.ts';

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
    subscribe(listeners) {
      let isHeard = true;
      queueMicrotask(() => {
        if (isHeard) listeners.onSession(report.session.sessionId);
      });
      return () => {
        isHeard = false;
      };
    },
  };
}

function recordOf(load: ReportPageLoad, { session, generator }: SessionReport): PageLoadRecord {
  return {
    ...newCacheFacts(load.timeOrigin),
    pageLoadId: load.pageLoadId,
    sessionId: session.sessionId,
    topPageLoadId: load.pageLoadId,
    tabId: -1,
    frameId: 0,
    origin: URL.canParse(load.url) ? new URL(load.url).origin : '',
    url: load.url,
    title: load.title,
    timeOrigin: load.timeOrigin,
    updatedAt: load.timeOrigin,
    navigationType: load.navigationType,
    supportedEntryTypes: load.supportedEntryTypes,
    browser: generator.browser,
    state: 'ended',
    next: load.ledger.made,
    chunks: 1,
    ledger: load.ledger,
    selfCost: load.selfCost,
    views: load.views.map(({ metrics: _, ...view }) => view),
    vitals: [],
    networkLog: load.networkLog,
    // That of an analysis from a report.
    revision: 0,
  };
}
