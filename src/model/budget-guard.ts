import type { BaselineChoice, Budget, Limit } from './budget.ts';
import { MAX_BASELINE_LOADS, MAX_BUDGET_TEXT, MAX_BUDGETS, MAX_LIMITS, MAX_PATTERNS } from './budget-bounds.ts';

/**
 * The budgets in a value that was stored: each that has the shape of one, within the bounds. Null when the value is no list. Whether
 * a limit's metric is known is not looked at: one that is not is told as such where it is judged.
 */
export function budgetsIn(value: unknown): readonly Budget[] | null {
  return Array.isArray(value) ? value.slice(0, MAX_BUDGETS).flatMap((item) => budgetIn(item) ?? []) : null;
}

function budgetIn(value: unknown): Budget | null {
  if (!isObject(value) || !isText(value.name) || !Array.isArray(value.limits)) return null;
  const match = isText(value.match) ? value.match : texts(value.match);
  if (match === null || match.length === 0) return null;
  const exclude = texts(value.exclude);
  const firstParty = texts(value.firstParty);
  const baseline = baselineIn(value.baseline);
  return {
    name: value.name,
    match,
    ...(exclude && { exclude }),
    ...(firstParty && { firstParty }),
    ...(baseline && { baseline }),
    limits: value.limits.slice(0, MAX_LIMITS).flatMap((item) => limitIn(item) ?? []),
  };
}

function limitIn(value: unknown): Limit | null {
  if (!isObject(value) || !isText(value.metric)) return null;
  const { metric, warn, error } = value;
  if (!isNumberOrAbsent(warn) || !isNumberOrAbsent(error)) return null;
  return {
    metric,
    ...(warn !== undefined && { warn }),
    ...(error !== undefined && { error }),
    ...(value.relativeTo === 'baseline' && { relativeTo: value.relativeTo }),
  };
}

function baselineIn(value: unknown): BaselineChoice | null {
  if (!isObject(value)) return null;
  const { last, session, percentile } = value;
  if (typeof percentile !== 'number' || !(percentile > 0 && percentile <= 100)) return null;
  if (isText(session)) return { session, percentile };
  const isCount = typeof last === 'number' && Number.isInteger(last) && last > 0 && last <= MAX_BASELINE_LOADS;
  return isCount ? { last, percentile } : null;
}

function texts(value: unknown): readonly string[] | null {
  return Array.isArray(value) ? value.filter(isText).slice(0, MAX_PATTERNS) : null;
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && value.length <= MAX_BUDGET_TEXT;
}

function isNumberOrAbsent(value: unknown): value is number | undefined {
  return value === undefined || (typeof value === 'number' && Number.isFinite(value));
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
