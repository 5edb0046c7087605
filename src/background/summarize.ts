import { createPageAnalyzer } from '../analysis/analyze-page.ts';
import { HOST_NAMES } from '../analysis/resources/host-data.ts';
import type { Summarizer } from '../store/seal.ts';

/** Sums up a page load by its analysis, without rules and budgets, which are asked for when somebody looks. */
export function createSummarizer(): Summarizer {
  const analyzer = createPageAnalyzer({ hosts: HOST_NAMES, budgets: [], earlier: [], rules: [] });
  return {
    extend: analyzer.extend,
    result(record) {
      const { views, totals } = analyzer.result(record);
      const metrics = views[0]?.metrics ?? [];
      return { metrics: metrics.map(({ name, value, rating, state }) => ({ name, value, rating, state })), totals };
    },
  };
}
