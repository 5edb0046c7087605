import { analyzeSession } from '../analysis/analyze-session.ts';
import type { BaselineSample } from '../analysis/budgets/baseline.ts';
import { evaluateBudgets } from '../analysis/budgets/evaluate-budgets.ts';
import { samplesOf } from '../analysis/budgets/page-samples.ts';
import { HOST_NAMES } from '../analysis/resources/host-data.ts';
import type { PageAnalysis } from '../model/analysis.ts';
import type { Budget } from '../model/budget.ts';
import type { SessionReport } from '../model/report.ts';
import { analysisOf } from '../report/analysis-of.ts';
import type { HarSession } from '../report/import/har/har-session.ts';
import type { CheckOptions } from './args.ts';
import type { ExitStatus } from './exit-status.ts';
import type { Output } from './output.ts';
import { budgetsOf } from './read-budgets.ts';
import { readSession } from './read-session.ts';
import { budgetStatus } from './results/budget-status.ts';
import { pageTable } from './results/page-table.ts';

/**
 * Prints the verdict on an exported session or a HAR, without a browser: the one that a session came with, or that of other budgets;
 * a HAR comes with none and is held against the Starter budget.
 */
export async function check({ file, budgets: path, failOn }: CheckOptions, out: Output): Promise<ExitStatus> {
  const content = await readSession(file);
  const budgets = await budgetsOf(path, out);
  const pages = content.kind === 'har' ? analyzed(content.session, budgets) : judged(content.report, budgets);
  for (const { url, analysis } of pages) out.print(`\n${pageTable(url, analysis, [])}`);
  if (pages.length === 0) out.print('The session holds no page load.');
  return budgetStatus(
    pages.flatMap(({ analysis }) => analysis.budgetResults),
    failOn,
    out,
  );
}

interface JudgedPage {
  readonly url: string;
  readonly analysis: PageAnalysis;
}

function analyzed({ snapshots }: HarSession, budgets: readonly Budget[] | null): readonly JudgedPage[] {
  const terms = { hosts: HOST_NAMES, ...(budgets && { budgets }) };
  return analyzeSession(snapshots, Date.now(), terms).map(({ snapshot, analysis }) => {
    return { url: snapshot.pageLoad.url, analysis };
  });
}

/** The page loads with their verdicts; for relative limits each is compared with those before it. */
function judged(
  { pageLoads, session: { sessionId }, generator: { browser } }: SessionReport,
  budgets: readonly Budget[] | null,
): readonly JudgedPage[] {
  const known: BaselineSample[] = [];
  return pageLoads.map((load) => {
    const exported = analysisOf(load, browser);
    const budgetResults = budgets === null ? exported.budgetResults : evaluateBudgets(exported, budgets, [...known]);
    const analysis = { ...exported, budgetResults };
    known.push(...samplesOf({ ...load, sessionId }, analysis));
    return { url: load.url, analysis };
  });
}
