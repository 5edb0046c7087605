import type { AnalysisContext } from '../../analysis/analysis-context.ts';
import type { BaselineSample } from '../../analysis/budgets/baseline.ts';
import { samplesOf } from '../../analysis/budgets/page-samples.ts';
import type { HostNames } from '../../analysis/resources/party.ts';
import type { PageLoadRecord } from '../../model/page-load.ts';
import type { BudgetTerms } from './budget-terms.ts';
import type { SessionAnalyses } from './session-analyses.ts';

/** What the analysed page loads of a session offer to baselines, oldest first. */
export function sessionSamples(analyses: SessionAnalyses, sessionId: string): readonly BaselineSample[] {
  return analysedSamples(analyses, (load) => load.sessionId === sessionId);
}

/** What relative limits of a page load are compared with; `others` are of page loads that were not analysed here. */
export function samplesBefore(
  { timeOrigin }: PageLoadRecord,
  analyses: SessionAnalyses,
  others: readonly BaselineSample[],
): readonly BaselineSample[] {
  const isOther = (sample: BaselineSample) => sample.timeOrigin < timeOrigin && !analyses.has(sample.pageLoadId);
  const analysed = analysedSamples(analyses, (load) => load.timeOrigin < timeOrigin);
  return [...others.filter(isOther), ...analysed].sort((a, b) => a.timeOrigin - b.timeOrigin);
}

function analysedSamples(
  analyses: SessionAnalyses,
  isMeant: (pageLoad: PageLoadRecord) => boolean,
): readonly BaselineSample[] {
  const known = analyses.all().filter(({ pageLoad }) => isMeant(pageLoad));
  return known.flatMap(({ pageLoad, analysis }) => samplesOf(pageLoad, analysis));
}

/** What a page load is analysed in; earlier page loads count as they are when it is asked for them. */
export function contextOf(
  pageLoad: PageLoadRecord,
  analyses: SessionAnalyses,
  terms: BudgetTerms,
  hosts: HostNames,
): AnalysisContext {
  return {
    budgets: terms.budgets,
    hosts,
    get earlier() {
      return analyses.earlierThan(pageLoad);
    },
    get samples() {
      return samplesBefore(pageLoad, analyses, terms.samples);
    },
  };
}
