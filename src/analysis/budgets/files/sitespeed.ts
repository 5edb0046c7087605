import type { Budget, Limit } from '../../../model/budget.ts';
import { parseUrl } from '../../url.ts';
import type { Imported, NotHeld } from './exported.ts';
import type { JsonObject, JsonPath, ValueReader } from './read-value.ts';
import { SITESPEED_METRICS, SITESPEED_SECTIONS, USER_TIMINGS } from './sitespeed-metrics.ts';

const DEFAULT_NAME = 'All pages';

/**
 * Reads a sitespeed.io budget. Its one number is an error level. The limits of a URL take the place of the defaults that limit the
 * same; since all our budgets apply, such a URL's budget has them all, and that of the defaults leaves the URL out.
 */
export function readSitespeed(value: unknown, read: ValueReader): Imported {
  const notHeld: NotHeld[] = [];
  const root = read.object(value, [], ['budget']);
  const budget = root && read.object(root.budget, ['budget']);
  if (budget === null) return { budgets: [], notHeld };
  const isUrl = (key: string) => /^https?:/i.test(key);
  const sections = Object.keys(budget).filter((key) => SITESPEED_SECTIONS.has(key));
  const defaults = readSections(budget, sections, ['budget'], read, leaveOf(DEFAULT_NAME, notHeld));
  const pages: Budget[] = [];
  for (const key of Object.keys(budget)) {
    if (SITESPEED_SECTIONS.has(key)) continue;
    const block = read.object(budget[key], ['budget', key]);
    if (block === null) continue;
    if (!isUrl(key)) {
      leaveOf(key, notHeld)(key, 'this is an alias of a page, whose URL the file does not tell');
      continue;
    }
    const own = readSections(block, Object.keys(block), ['budget', key], read, leaveOf(key, notHeld));
    const kept = defaults.filter(({ metric }) => !own.some((limit) => limit.metric === metric));
    pages.push({ name: key, match: matchOf(key), limits: [...own, ...kept] });
  }
  const exclude = pages.map(({ match }) => match).filter((match) => typeof match === 'string');
  const common = { name: DEFAULT_NAME, match: '*', ...(exclude.length > 0 && { exclude }), limits: defaults };
  return { budgets: defaults.length > 0 ? [common, ...pages] : pages, notHeld };
}

type Leave = (what: string, why: string) => void;

function leaveOf(budget: string, notHeld: NotHeld[]): Leave {
  return (what, why) => void notHeld.push({ budget, what, why });
}

function readSections(
  block: JsonObject,
  sections: readonly string[],
  path: JsonPath,
  read: ValueReader,
  leave: Leave,
): readonly Limit[] {
  const limits: Limit[] = [];
  for (const section of sections) {
    if (!SITESPEED_SECTIONS.has(section)) {
      read.problem([...path, section], `sitespeed.io knows no section named "${section}".`);
      continue;
    }
    const metrics = read.object(block[section], [...path, section]) ?? {};
    for (const [name, value] of Object.entries(metrics)) {
      const metric = metricOf(section, name);
      if (metric === null) {
        leave(`${section}.${name}`, 'Vitalog does not measure this');
        continue;
      }
      const error = read.amount(value, [...path, section, name]);
      const known = limits.findIndex((limit) => limit.metric === metric);
      if (error === null) continue;
      // Two of theirs for one of ours: the stricter one holds both.
      if (known < 0) limits.push({ metric, error });
      else limits[known] = { metric, error: Math.min(error, limits[known]?.error ?? error) };
    }
  }
  return limits;
}

function metricOf(section: string, name: string): string | null {
  if (section === USER_TIMINGS) return `user-timing:${name}`;
  return SITESPEED_METRICS.find(([theirSection, theirs]) => theirSection === section && theirs === name)?.[2] ?? null;
}

/** A fragment never counts. */
function matchOf(url: string): string {
  const parts = parseUrl(url);
  return parts === null ? url : `${parts.origin}${parts.path || '/'}${parts.search}`;
}
