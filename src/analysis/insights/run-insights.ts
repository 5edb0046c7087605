import type { Insight } from '../../model/insights.ts';
import type { ResourceRecord } from '../../model/resources.ts';
import { changedWindow } from '../changed-window.ts';
import { firstIndexFrom } from '../first-index-from.ts';
import { whyNotObserved, whyNotReported } from '../metrics/metric-support.ts';
import type { InsightRule, PageFacts } from './insight-rule.ts';

/** Runs rules over a page load that grows. */
export type InsightRunner = (page: PageFacts) => readonly Insight[];

/**
 * Runs every rule. One that needs entries which the browser does not report is `not-measured`; one that throws is one row with
 * status `error`, and the others go on.
 */
export function runInsights(rules: readonly InsightRule[], page: PageFacts): readonly Insight[] {
  return createInsightRunner(rules)(page);
}

/** `runInsights` for one page load again and again: a request is offered to each rule once (`concerns`), and again when it changed. */
export function createInsightRunner(rules: readonly InsightRule[]): InsightRunner {
  const selected = rules.map((rule) => ({ rule, selection: createSelection(rule) }));
  return (page) => selected.map(({ rule, selection }) => runRule(rule, page, selection));
}

type Selection = (resources: readonly ResourceRecord[]) => readonly ResourceRecord[];

/** Keeps the requests that concern a rule, in their order, at the cost of what changed. The list is good until the next call. */
function createSelection({ concerns }: InsightRule): Selection {
  if (concerns === undefined) return (resources) => resources;
  let before: readonly ResourceRecord[] = [];
  const chosen: ResourceRecord[] = [];
  /** Where the chosen ones are in `before`. */
  const positions: number[] = [];
  return (resources) => {
    const { from, toBefore, toAfter } = changedWindow(before, resources);
    // A rule may throw here: then it has not seen these requests, and is offered them again.
    const found: number[] = [];
    const foundRequests: ResourceRecord[] = [];
    for (let at = from; at < toAfter; at++) {
      const resource = resources[at];
      if (resource === undefined || !concerns(resource)) continue;
      found.push(at);
      foundRequests.push(resource);
    }
    // What lies outside the window was chosen already; both lists are in order, so that the places are found by halving.
    const earlier = firstIndexFrom(positions, from, (at) => at);
    const later = firstIndexFrom(positions, toBefore, (at) => at);
    const moved = positions.slice(later);
    const movedRequests = chosen.slice(later);
    positions.length = earlier;
    chosen.length = earlier;
    for (const at of found) positions.push(at);
    for (const resource of foundRequests) chosen.push(resource);
    for (const at of moved) positions.push(at + toAfter - toBefore);
    for (const resource of movedRequests) chosen.push(resource);
    before = resources;
    return chosen;
  };
}

function runRule(rule: InsightRule, page: PageFacts, selection: Selection): Insight {
  const { id, title, why } = rule;
  const lack = whyNotReported(rule.requires, page.pageLoad) ?? whyNotObserved(rule.observes, page.pageLoad);
  if (lack !== null) return { id, title, why, status: 'not-measured', statusReason: lack, findings: [] };
  try {
    const result = rule.run({ ...page, resources: selection(page.resources) });
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
