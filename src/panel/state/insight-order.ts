import type { Insight, InsightStatus, Severity } from '../../model/insights.ts';

/** What has something to say comes first, then what was not measured, then what found nothing. */
const STATUS_ORDER: readonly InsightStatus[] = ['fail', 'error', 'informative', 'not-measured', 'pass'];
const SEVERITIES: readonly Severity[] = ['high', 'medium', 'low'];

/** The worst that a rule found; null when it found nothing. */
export function worstSeverity({ findings }: Pick<Insight, 'findings'>): Severity | null {
  return SEVERITIES.find((severity) => findings.some((finding) => finding.severity === severity)) ?? null;
}

/** Insights in the order in which they are read: failed ones by the worst that they found, the others by how they came out. */
export function inReadingOrder(insights: readonly Insight[]): readonly Insight[] {
  return insights.toSorted(
    (a, b) =>
      STATUS_ORDER.indexOf(a.status) - STATUS_ORDER.indexOf(b.status) ||
      (a.status === 'fail' ? rankOf(a) - rankOf(b) : 0),
  );
}

function rankOf(insight: Insight): number {
  const worst = worstSeverity(insight);
  return worst === null ? SEVERITIES.length : SEVERITIES.indexOf(worst);
}
