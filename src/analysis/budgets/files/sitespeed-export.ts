import type { Budget, Limit } from '../../../model/budget.ts';
import { patternsOf } from '../budget-match.ts';
import { type Exported, limitText, type NotHeld } from './exported.ts';
import { SITESPEED_METRICS, USER_TIMINGS } from './sitespeed-metrics.ts';

type Sections = Record<string, Record<string, number>>;

/** Budgets as sitespeed.io's: those for all pages are its defaults, those for one URL each a block; others do not fit. */
export function writeSitespeed(budgets: readonly Budget[]): Exported {
  const notHeld: NotHeld[] = [];
  const defaults: Sections = {};
  const pages: Record<string, Sections> = {};
  for (const budget of budgets) {
    const leave = (what: string, why: string) => notHeld.push({ budget: budget.name, what, why });
    const urls = patternsOf(budget.match).filter((pattern) => pattern === '*' || isOneUrl(pattern));
    for (const pattern of patternsOf(budget.match)) {
      if (!urls.includes(pattern))
        leave(`match ${pattern}`, 'sitespeed.io has budgets for all pages and for single URLs');
    }
    if (urls.length === 0) continue;
    if (budget.firstParty?.length) leave('firstParty', 'sitespeed.io takes first parties from its command line');
    if (budget.baseline) leave('baseline', 'sitespeed.io compares with no baseline');
    for (const url of urls) {
      const target = url === '*' ? defaults : (pages[url] ?? {});
      if (url !== '*') pages[url] = target;
      for (const limit of budget.limits) addLimit(target, limit, leave);
    }
  }
  for (const { name, exclude = [] } of budgets) {
    for (const pattern of exclude) {
      if (!(pattern in pages))
        notHeld.push({
          budget: name,
          what: `exclude ${pattern}`,
          why: 'only a URL with a budget of its own is left out of the defaults',
        });
    }
  }
  return { value: { budget: { ...defaults, ...pages } }, notHeld };
}

function addLimit(target: Sections, limit: Limit, leave: (what: string, why: string) => void): void {
  const place = placeOf(limit);
  if (place === null) {
    leave(
      limitText(limit),
      limit.relativeTo === undefined ? 'sitespeed.io has no such metric' : 'sitespeed.io has no relative limits',
    );
    return;
  }
  const [section, name] = place;
  if (limit.warn !== undefined && limit.error !== undefined)
    leave(`${limit.metric} warn`, 'sitespeed.io has one level');
  target[section] = { ...target[section], [name]: limit.error ?? limit.warn ?? 0 };
}

function placeOf({ metric, relativeTo }: Limit): readonly [section: string, name: string] | null {
  if (relativeTo !== undefined) return null;
  const timing = /^user-timing:([^*]+)$/.exec(metric)?.[1];
  if (timing !== undefined) return [USER_TIMINGS, timing];
  const found = SITESPEED_METRICS.find(([, , ours]) => ours === metric);
  return found ? [found[0], found[1]] : null;
}

function isOneUrl(pattern: string): boolean {
  return /^https?:\/\/[^*]+$/.test(pattern);
}
