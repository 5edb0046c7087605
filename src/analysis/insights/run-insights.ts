import type { Insight } from '../../model/insights.ts';
import type { ResourceRecord } from '../../model/resources.ts';
import { type ChangedWindow, changedWindow } from '../changed-window.ts';
import { firstIndexFrom } from '../first-index-from.ts';
import { whyNotReported } from '../metrics/metric-support.ts';
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
  let before: readonly ResourceRecord[] = [];
  return (page) => {
    const change = { before, window: changedWindow(before, page.resources) };
    before = page.resources;
    return selected.map(({ rule, selection }) => runRule(rule, page, (resources) => selection(resources, change)));
  };
}

/** What changed since the last run, found once for all rules. */
interface Change {
  readonly before: readonly ResourceRecord[];
  readonly window: ChangedWindow;
}

type Selection = (resources: readonly ResourceRecord[], change: Change) => readonly ResourceRecord[];

/** Keeps the requests that concern a rule, in their order. */
function createSelection({ concerns }: InsightRule): Selection {
  if (concerns === undefined) return (resources) => resources;
  let before: readonly ResourceRecord[] = [];
  let chosen: readonly ResourceRecord[] = [];
  /** Where the chosen ones are in `before`. */
  let positions: readonly number[] = [];
  return (resources, change) => {
    // A rule that threw the last time has not seen what the others have.
    const seen = before === change.before;
    const { from, toBefore, toAfter } = seen ? change.window : changedWindow(before, resources);
    if (from < toBefore || from < toAfter) {
      const inWindow: number[] = [];
      resources.slice(from, toAfter).forEach((resource, i) => {
        if (concerns(resource)) inWindow.push(from + i);
      });
      // Both are in order: what lies outside the window was chosen already and is only copied.
      const earlier = firstIndexFrom(positions, from, (at) => at);
      const later = firstIndexFrom(positions, toBefore, (at) => at);
      const moved = positions.slice(later).map((at) => at + toAfter - toBefore);
      positions = positions.slice(0, earlier).concat(inWindow, moved);
      const fresh = inWindow.flatMap((at) => resources[at] ?? []);
      chosen = chosen.slice(0, earlier).concat(fresh, chosen.slice(later));
    }
    before = resources;
    return chosen;
  };
}

function runRule(
  rule: InsightRule,
  page: PageFacts,
  selection: (resources: readonly ResourceRecord[]) => readonly ResourceRecord[],
): Insight {
  const { id, title, why } = rule;
  const lack = whyNotReported(rule.requires, page.pageLoad);
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
