import type { BaselineSample } from '../analysis/budgets/baseline.ts';
import { evaluateBudgets } from '../analysis/budgets/evaluate-budgets.ts';
import { samplesOf } from '../analysis/budgets/page-samples.ts';
import type { PageAnalysis } from '../model/analysis.ts';
import type { Budget } from '../model/budget.ts';
import type { SessionReport } from '../model/report.ts';
import { analysisOf } from '../report/analysis-of.ts';
import type { CheckOptions } from './args.ts';
import type { ExitStatus } from './exit-status.ts';
import type { Output } from './output.ts';
import { budgetsOf } from './read-budgets.ts';
import { readSession } from './read-session.ts';
import { budgetStatus } from './results/budget-status.ts';
import { pageTable } from './results/page-table.ts';

/** Prints the verdict on an exported session, without a browser: the one it came with, or that of other budgets. */
export async function check({ file, budgets: path, failOn }: CheckOptions, out: Output): Promise<ExitStatus> {
  const report = await readSession(file);
  const budgets = await budgetsOf(path, out);
  const pages = judged(report, budgets);
  for (const { url, analysis } of pages) out.print(`\n${pageTable(url, analysis, [])}`);
  if (pages.length === 0) out.print('The session holds no page load.');
  return budgetStatus(
    pages.flatMap(({ analysis }) => analysis.budgetResults),
    failOn,
    out,
  );
}

/** The page loads with their verdicts; for relative limits each is compared with those before it. */
function judged(
  { pageLoads, session: { sessionId }, generator: { browser } }: SessionReport,
  budgets: readonly Budget[] | null,
): readonly { readonly url: string; readonly analysis: PageAnalysis }[] {
  const known: BaselineSample[] = [];
  return pageLoads.map((load) => {
    const exported = analysisOf(load, browser);
    const budgetResults = budgets === null ? exported.budgetResults : evaluateBudgets(exported, budgets, [...known]);
    const analysis = { ...exported, budgetResults };
    known.push(...samplesOf({ ...load, sessionId }, analysis));
    return { url: load.url, analysis };
  });
}
