import type { Budget, Limit } from '../../../model/budget.ts';
import { patternsOf } from '../budget-match.ts';
import { type Exported, limitText, type NotHeld } from './exported.ts';
import { LIGHTHOUSE_CLASSES, LIGHTHOUSE_TIMINGS } from './lighthouse-budget.ts';
import type { JsonObject } from './read-value.ts';
import { regexOf } from './url-regex.ts';

const AUDIT_OF = new Map([
  ...[...LIGHTHOUSE_TIMINGS].map(([audit, ours]) => [ours, audit] as const),
  ['INP', 'interaction-to-next-paint'],
]);

/** Budgets as a Lighthouse CI configuration. An audit has one level an entry, so warnings and errors are entries of their own. */
export function writeLighthouseCi(budgets: readonly Budget[]): Exported {
  const notHeld: NotHeld[] = [];
  const assertMatrix = budgets.flatMap((budget) => {
    const leave = (what: string, why: string) => notHeld.push({ budget: budget.name, what, why });
    if (budget.exclude?.length) leave('exclude', 'an entry of the matrix cannot leave pages out');
    if (budget.firstParty?.length) leave('firstParty', 'Lighthouse CI tells first from third party by itself');
    if (budget.baseline) leave('baseline', 'assertions compare with no baseline');
    const held = budget.limits.filter((limit) => {
      const why = whyNot(limit);
      if (why !== null) leave(limitText(limit), why);
      return why === null;
    });
    const matchingUrlPattern = regexOf(patternsOf(budget.match));
    return (['warn', 'error'] as const).flatMap((level) => {
      const assertions = assertionsOf(held, level, leave);
      return Object.keys(assertions).length === 0 ? [] : [{ matchingUrlPattern, assertions }];
    });
  });
  return { value: { ci: { assert: { assertMatrix } } }, notHeld };
}

function assertionsOf(
  limits: readonly Limit[],
  level: 'warn' | 'error',
  leave: (what: string, why: string) => void,
): JsonObject {
  const assertions: Record<string, unknown> = {};
  for (const limit of limits) {
    const audit = auditOf(limit.metric);
    const maxNumericValue = limit[level];
    if (audit === null || maxNumericValue === undefined) continue;
    if (audit in assertions) leave(`${limitText(limit)} ${level}`, 'an audit has one limit an entry');
    else assertions[audit] = [level, { maxNumericValue }];
  }
  return assertions;
}

function whyNot({ metric, relativeTo }: Limit): string | null {
  if (relativeTo !== undefined) return 'assertions are not relative';
  if (/^user-timing:.*\*/.test(metric)) return 'an assertion names one user timing';
  return auditOf(metric) === null ? 'Lighthouse has no such audit' : null;
}

function auditOf(metric: string): string | null {
  const [kind, argument = ''] = metric.split(/:(.*)/s);
  if (kind === 'user-timing') return `user-timings:${argument}`;
  if (kind === 'resource-size' || kind === 'resource-count') {
    const property = kind.slice('resource-'.length);
    return LIGHTHOUSE_CLASSES.includes(argument) ? `resource-summary:${argument}:${property}` : null;
  }
  return AUDIT_OF.get(metric) ?? null;
}
