import type { Insight } from '../../model/insights.ts';
import { missingTypes } from '../metrics/metric-support.ts';
import type { InsightRule, PageFacts } from './insight-rule.ts';

/**
 * Runs every rule. One that needs entries which the browser does not report is `not-measured`; one that throws is one row with
 * status `error`, and the others go on.
 */
export function runInsights(rules: readonly InsightRule[], page: PageFacts): readonly Insight[] {
  return rules.map((rule) => runRule(rule, page));
}

function runRule(rule: InsightRule, page: PageFacts): Insight {
  const { id, title, why } = rule;
  const missing = missingTypes(rule.requires, page.pageLoad.supportedEntryTypes);
  if (missing.length > 0) {
    const statusReason = `This browser does not report ${missing.join(' and ')} entries.`;
    return { id, title, why, status: 'not-measured', statusReason, findings: [] };
  }
  try {
    const result = rule.run(page);
    if (result.status === 'not-measured') {
      return { id, title, why, status: result.status, statusReason: result.reason, findings: [] };
    }
    return { id, title, why, status: result.status, statusReason: null, findings: result.findings };
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    const statusReason = `This rule failed (${cause}). The others are not affected; please report it with the exported session.`;
    return { id, title, why, status: 'error', statusReason, findings: [] };
  }
}
