import type { PageAnalysis } from '../../model/analysis.ts';
import type { BudgetTerms } from '../state/budget-terms.ts';
import { changeOf, takeParts } from './analysis-change.ts';
import type { AnalystAnswer, AnalystQuestion } from './analyst-messages.ts';
import type { PageAnalyst } from './page-analyst.ts';

/** What the panel takes in at once, in records: some 20 ms of its time. */
const MAX_PART = 500;

/** Versions kept to tell changes from; the panel follows as many page loads. */
const MAX_KEPT = 3;

/** Answers the panel's questions by an analyst of its own thread; the analysis goes over as what changed since the last answer. */
export function createAnalystService(
  analyst: PageAnalyst,
  isUnavailable: (error: unknown) => boolean,
  post: (answer: AnalystAnswer) => void,
): (question: AnalystQuestion) => Promise<void> {
  const sent = new Map<string, { readonly id: number; readonly analysis: PageAnalysis }>();
  let terms: { readonly number: number; readonly terms: BudgetTerms } | null = null;

  /** The same object for the same terms: by that an analyst tells whether it must begin anew. */
  function termsOf({ number, budgets, samples }: AnalystQuestion['terms']): BudgetTerms {
    if (terms?.number !== number) {
      const known = samples.map(({ values, ...sample }) => ({
        ...sample,
        value: (metric: string) => values[metric] ?? null,
      }));
      terms = { number, terms: { budgets, samples: known } };
    }
    return terms.terms;
  }

  async function update({ id, base, ...question }: AnalystQuestion): Promise<void> {
    const { pageLoadId } = question.pageLoad;
    const before = sent.get(pageLoadId);
    const { analysis, verdict, entries } = await analyst.update({ ...question, terms: termsOf(question.terms) });
    const isOnBase = before !== undefined && before.id === base;
    const { parts, change } = takeParts(changeOf(isOnBase ? before.analysis : null, analysis), MAX_PART);
    sent.delete(pageLoadId);
    if (question.isKept) sent.set(pageLoadId, { id, analysis });
    const [oldest] = sent.keys();
    if (sent.size > MAX_KEPT && oldest !== undefined) sent.delete(oldest);
    for (const part of parts) post({ id, type: 'part', part });
    post({ id, type: 'done', isOnBase, change, verdict, entries, statistics: analyst.statistics() });
  }

  return (question) =>
    update(question).catch((error: unknown) => {
      const message = error instanceof Error ? error.message : String(error);
      post({ id: question.id, type: 'failed', message, isUnavailable: isUnavailable(error) });
    });
}
