import { type AnalyzedPage, createSessionAnalyzer, pagesWithFrames } from '../../analysis/analyze-session.ts';
import type { PageLoadRecord } from '../../model/page-load.ts';
import type { ReportPageLoad, SessionReport } from '../../model/report.ts';
import { sessionOf } from '../../model/session.ts';
import type { PageSnapshot } from '../../model/snapshot.ts';
import type { EpochMilliseconds } from '../../model/units.ts';
import { reportHead, reportPageLoad } from '../../report/build-report.ts';
import type { ReportHead } from '../../report/sanitize.ts';
import { loadHostNames } from '../host-names.ts';
import type { SessionSource } from '../session-source.ts';
import type { BudgetTerms } from '../state/budget-terms.ts';
import type { PanelMemory } from '../state/panel-memory.ts';
import { type ExportScope, isInScope, sessionIdsOf } from './export-scope.ts';

/** A report before redaction, whose page loads are read and analysed one at a time as they are asked for. */
export interface RawReport {
  readonly head: ReportHead;
  /** Address of the first page load: the file is named after it. */
  readonly url: string;
  readonly count: number;
  readonly pageLoads: () => AsyncIterable<ReportPageLoad>;
}

export interface RawReportInput {
  readonly source: SessionSource;
  readonly memory: PanelMemory;
  readonly terms: BudgetTerms;
  readonly scope: ExportScope;
  /** Version of Vitalog. */
  readonly version: string;
  readonly now: EpochMilliseconds;
}

/**
 * The report of what is stored of a scope, as of now: the records are read here, and entries that come after are not in it.
 * Sessions stand one after the other, the oldest first. Rejects when the source cannot be read or nothing is stored.
 */
export async function openRawReport({
  source,
  memory,
  terms,
  scope,
  version,
  now,
}: RawReportInput): Promise<RawReport> {
  if (source.imported) return importedReport(source.imported, scope);
  const stored = await Promise.all(sessionIdsOf(scope).map((id) => source.listPageLoads(id)));
  const sessions = stored
    .filter((loads) => loads.length > 0)
    .sort((a, b) => (a[0]?.timeOrigin ?? 0) - (b[0]?.timeOrigin ?? 0));
  const isChosen = isInScope(scope);
  const chosen = sessions.flatMap(pagesWithFrames).filter(({ pageLoad }) => isChosen(pageLoad));
  const first = chosen[0]?.pageLoad;
  const oldest = sessions[0];
  if (!first || !oldest) throw new Error('Nothing is stored of it: reload the page, then export.');
  const hosts = await loadHostNames();

  async function* pageLoads(): AsyncIterable<ReportPageLoad> {
    for (const session of sessions) {
      const analyze = createSessionAnalyzer(now, { ...terms, hosts }, memory.analyses);
      const pages = pagesWithFrames(session);
      const last = pages.findLastIndex(({ pageLoad }) => isChosen(pageLoad));
      // Those before a chosen one are analysed too: what they fetched, it need not have fetched again.
      for (const { pageLoad, frames } of pages.slice(0, last + 1)) {
        const documents: PageSnapshot[] = [];
        for (const frame of frames) documents.push(await readSnapshot(source, memory, frame));
        const page: AnalyzedPage = analyze(await readSnapshot(source, memory, pageLoad), documents);
        if (isChosen(pageLoad)) yield reportPageLoad(page);
      }
    }
  }

  const head = reportHead({
    createdAt: new Date(now).toISOString(),
    version,
    browser: first.browser,
    session: sessionOf(first.sessionId, oldest, now),
  });
  return {
    head: { ...head, redaction: { level: source.redacted ?? head.redaction.level } },
    url: first.url,
    count: chosen.length,
    pageLoads,
  };
}

/** What came from a file goes into the next as it is, its own verdict too. */
function importedReport({ pageLoads, ...head }: SessionReport, scope: ExportScope): RawReport {
  const chosen = pageLoads.filter(isInScope(scope));
  const url = chosen[0]?.url ?? '';
  return {
    head,
    url,
    count: chosen.length,
    async *pageLoads() {
      yield* chosen;
    },
  };
}

/** The record was read before the entries, and only what it counts is taken, whatever came in between. */
export async function readSnapshot(
  source: SessionSource,
  memory: PanelMemory,
  pageLoad: PageLoadRecord,
): Promise<PageSnapshot> {
  const { entries } = await memory.snapshots.read(pageLoad);
  const { requests } = pageLoad.networkLog ? await source.readRequests(pageLoad.pageLoadId) : { requests: [] };
  return { pageLoad, entries: entries.slice(0, pageLoad.ledger.stored), requests };
}
