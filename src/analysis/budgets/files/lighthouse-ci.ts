import type { Budget, Limit } from '../../../model/budget.ts';
import type { Imported, NotHeld } from './exported.ts';
import { LIGHTHOUSE_CLASSES, LIGHTHOUSE_TIMINGS } from './lighthouse-budget.ts';
import type { JsonObject, JsonPath, ValueReader } from './read-value.ts';
import { uniqueNames } from './unique-names.ts';
import { patternsOfRegex } from './url-regex.ts';

const ROOT_KEYS = ['ci'];
const CI_KEYS = ['assert', 'collect', 'upload', 'server', 'wizard', 'healthcheck', 'open'];
const ASSERT_KEYS = [
  'assertions',
  'assertMatrix',
  'matchingUrlPattern',
  'preset',
  'budgetsFile',
  'aggregationMethod',
  'includePassedAssertions',
  'lhr',
];
const LEVELS = ['off', 'warn', 'error'];

/** Audits that limit what we measure too. */
const AUDITS: ReadonlyMap<string, string> = new Map([...LIGHTHOUSE_TIMINGS, ['interaction-to-next-paint', 'INP']]);

/**
 * Reads the assertions of a Lighthouse CI configuration (https://github.com/GoogleChrome/lighthouse-ci/blob/main/docs/assertions.md).
 * Only what limits a number from above is a limit; scores, lengths, presets and patterns that no glob can say are listed.
 */
export function readLighthouseCi(value: unknown, read: ValueReader): Imported {
  const root = read.object(value, []);
  if (root === null) return { budgets: [], notHeld: [] };
  if (!('ci' in root)) return readAssert(root, [], read);
  read.object(root, [], ROOT_KEYS);
  const ci = read.object(root.ci, ['ci'], CI_KEYS);
  return ci === null ? { budgets: [], notHeld: [] } : readAssert(ci.assert, ['ci', 'assert'], read);
}

function readAssert(value: unknown, path: JsonPath, read: ValueReader): Imported {
  const notHeld: NotHeld[] = [];
  const assert = read.object(value, path, ASSERT_KEYS);
  if (assert === null) return { budgets: [], notHeld };
  for (const key of ['preset', 'budgetsFile', 'aggregationMethod']) {
    if (assert[key] !== undefined)
      notHeld.push({ budget: 'Lighthouse CI', what: key, why: 'Vitalog has no such thing' });
  }
  const entries: readonly (readonly [entry: unknown, path: JsonPath])[] =
    assert.assertMatrix === undefined
      ? [[assert, path]]
      : (read.array(assert.assertMatrix, [...path, 'assertMatrix']) ?? []).map((entry, index) => [
          entry,
          [...path, 'assertMatrix', index],
        ]);
  const budgets = entries.flatMap(([entry, at]) => readEntry(entry, at, read, notHeld) ?? []);
  return { budgets: uniqueNames(merged(budgets)), notHeld };
}

function readEntry(value: unknown, path: JsonPath, read: ValueReader, notHeld: NotHeld[]): Budget | null {
  const entry = read.object(value, path, ASSERT_KEYS);
  if (entry === null) return null;
  const regex =
    entry.matchingUrlPattern === undefined
      ? '.*'
      : read.text(entry.matchingUrlPattern, [...path, 'matchingUrlPattern']);
  const assertions = read.object(entry.assertions, [...path, 'assertions']);
  if (regex === null || assertions === null) return null;
  const patterns = patternsOfRegex(regex);
  const name = patterns?.includes('*') ? 'All pages' : (patterns?.join(', ') ?? regex);
  if (patterns === null) {
    notHeld.push({
      budget: regex,
      what: `matchingUrlPattern ${regex}`,
      why: 'this expression is more than a glob can say, so its limits are left out',
    });
    return null;
  }
  const limits = Object.entries(assertions).flatMap(([audit, assertion]) => {
    const leave = (why: string) => void notHeld.push({ budget: name, what: audit, why });
    return readAssertion(audit, assertion, [...path, 'assertions', audit], read, leave) ?? [];
  });
  const [first = '*', ...others] = patterns;
  return { name, match: others.length === 0 ? first : patterns, limits };
}

function readAssertion(
  audit: string,
  value: unknown,
  path: JsonPath,
  read: ValueReader,
  leave: (why: string) => void,
): Limit | null {
  const [level, options] = Array.isArray(value) ? value : [value, undefined];
  if (typeof level !== 'string' || !LEVELS.includes(level)) {
    return read.problem(path, 'An assertion is "off", "warn", "error", or a list of one of these and its options.');
  }
  if (level === 'off') return null;
  const settings: JsonObject | null = options === undefined ? {} : read.object(options, [...path, 1]);
  if (settings === null) return null;
  const { maxNumericValue } = settings;
  if (maxNumericValue === undefined) {
    leave('only maxNumericValue is a limit of a measured value');
    return null;
  }
  const number = read.amount(maxNumericValue, [...path, 1, 'maxNumericValue']);
  const metric = metricOf(audit);
  if (metric === null) leave('Vitalog does not measure this audit');
  return number === null || metric === null ? null : { metric, [level === 'warn' ? 'warn' : 'error']: number };
}

function metricOf(audit: string): string | null {
  const [, type = '', property] = /^resource-summary[:.]([\w-]+)[:.](size|count)$/.exec(audit) ?? [];
  if (property !== undefined) return LIGHTHOUSE_CLASSES.includes(type) ? `resource-${property}:${type}` : null;
  const [, timing] = /^user-timings:(.+)$/.exec(audit) ?? [];
  return timing === undefined ? (AUDITS.get(audit) ?? null) : `user-timing:${timing}`;
}

/** Entries for the same pages, one of them with warnings and one with errors, are one budget. */
function merged(budgets: readonly Budget[]): readonly Budget[] {
  const byName = new Map<string, Budget>();
  for (const budget of budgets) {
    const known = byName.get(budget.name);
    byName.set(budget.name, known ? { ...known, limits: mergedLimits([...known.limits, ...budget.limits]) } : budget);
  }
  return [...byName.values()];
}

function mergedLimits(limits: readonly Limit[]): readonly Limit[] {
  const done: Limit[] = [];
  for (const limit of limits) {
    const at = done.findIndex(({ metric, warn, error }) => {
      const isOther = limit.warn === undefined ? error === undefined : warn === undefined;
      return metric === limit.metric && isOther;
    });
    const both = { ...done[at], ...limit };
    // A warning above the error would never be seen: they stay apart.
    if (at < 0 || (both.warn ?? 0) > (both.error ?? Number.POSITIVE_INFINITY)) done.push(limit);
    else done[at] = both;
  }
  return done;
}
