import { urlPattern } from '../../analysis/budgets/url-pattern.ts';
import { totalsOf } from '../../analysis/resources/totals.ts';
import type { PageLoadRecord } from '../../model/page-load.ts';
import type { ReportPageLoad, ReportView } from '../../model/report.ts';

/** What lists say of a page load of a report, in the places where a record has it. */
export function reportFacts({ views, resources }: ReportPageLoad): Pick<PageLoadRecord, 'summary' | 'budgetHistory'> {
  const metrics = (views[0]?.metrics ?? []).map(({ name, value, rating, state }) => ({ name, value, rating, state }));
  return {
    summary: { metrics, totals: totalsOf(resources) },
    budgetHistory: {
      events: [],
      views: views.map((view) => ({ pattern: urlPattern(view.url), values: valuesOf(view) })),
    },
  };
}

function valuesOf({ metrics }: ReportView): Readonly<Record<string, number>> {
  const measured = metrics.filter(({ state }) => state === 'measured');
  return Object.fromEntries(measured.flatMap(({ name, value }) => (value === null ? [] : [[name, value] as const])));
}
