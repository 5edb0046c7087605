import type { Budget, Limit } from '../../../model/budget.ts';
import { patternsOf } from '../budget-match.ts';
import { type Exported, limitText, type NotHeld } from './exported.ts';
import { LIGHTHOUSE_CLASSES, LIGHTHOUSE_TIMINGS } from './lighthouse-budget.ts';
import type { JsonObject } from './read-value.ts';

const TIMING_OF = new Map([...LIGHTHOUSE_TIMINGS].map(([theirs, ours]) => [ours, theirs]));

/**
 * Budgets as Lighthouse's budget.json. It has one level, no host, no exclusion and nothing relative, and every list has a metric
 * once; what does not fit is listed. The error level goes, else the warning.
 */
export function writeLighthouseBudgets(budgets: readonly Budget[]): Exported {
  const notHeld: NotHeld[] = [];
  const value = budgets.flatMap((budget) => {
    const leave = (what: string, why: string) => notHeld.push({ budget: budget.name, what, why });
    if (budget.exclude?.length) leave('exclude', 'budget.json cannot leave pages out');
    if (budget.baseline) leave('baseline', 'budget.json compares with no baseline');
    const lists = listsOf(budget, leave);
    const options = budget.firstParty?.length ? { options: { firstPartyHostnames: budget.firstParty } } : {};
    return patternsOf(budget.match).flatMap((pattern) => {
      const path = pathOf(pattern);
      if (path === null) leave(`match ${pattern}`, 'a path of budget.json names no host and holds one * at most');
      return path === null ? [] : [{ ...(path !== '' && { path }), ...options, ...lists }];
    });
  });
  return { value, notHeld };
}

type Leave = (what: string, why: string) => void;

function listsOf({ limits }: Budget, leave: Leave): JsonObject {
  const timings: JsonObject[] = [];
  const resourceSizes: JsonObject[] = [];
  const resourceCounts: JsonObject[] = [];
  const seen = new Set<string>();
  for (const limit of limits) {
    const budget = limit.error ?? limit.warn ?? 0;
    const [kind, type = ''] = limit.metric.split(/:(.*)/s);
    const metric = TIMING_OF.get(limit.metric);
    const why = whyNot(limit, metric !== undefined || isResource(kind, type), seen.has(limit.metric));
    if (why !== null) {
      leave(limitText(limit), why);
      continue;
    }
    seen.add(limit.metric);
    if (limit.warn !== undefined && limit.error !== undefined)
      leave(`${limit.metric} warn`, 'budget.json has one level');
    if (metric !== undefined) timings.push({ metric, budget });
    else if (kind === 'resource-size') resourceSizes.push({ resourceType: type, budget: budget / 1024 });
    else resourceCounts.push({ resourceType: type, budget });
  }
  return {
    ...(timings.length > 0 && { timings }),
    ...(resourceSizes.length > 0 && { resourceSizes }),
    ...(resourceCounts.length > 0 && { resourceCounts }),
  };
}

function isResource(kind: string | undefined, type: string): boolean {
  return (kind === 'resource-size' || kind === 'resource-count') && LIGHTHOUSE_CLASSES.includes(type);
}

function whyNot({ relativeTo }: Limit, isKnown: boolean, isSeen: boolean): string | null {
  if (relativeTo !== undefined) return 'budget.json has no relative limits';
  if (!isKnown) return 'budget.json has no such metric';
  return isSeen ? 'budget.json limits a metric once' : null;
}

/** The path that matches the same pages (see `globOf`); empty for all pages, null when there is none. */
function pathOf(pattern: string): string | null {
  if (pattern === '*') return '';
  if (!pattern.startsWith('/') || pattern.includes('$')) return null;
  const [, head = '', stars = ''] = /^(.*?)(\**)$/s.exec(pattern) ?? [];
  const holds = (most: number) => head.split('*').length - 1 <= most;
  if (stars === '') return holds(1) ? `${pattern}$` : null;
  if (stars === '*') return holds(1) ? head : null;
  if (!holds(0)) return null;
  return stars === '**' ? `${head}*` : `${head}*$`;
}
