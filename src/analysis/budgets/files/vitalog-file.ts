import type { BaselineChoice, Budget } from '../../../model/budget.ts';
import {
  MAX_BASELINE_LOADS,
  MAX_BUDGET_TEXT,
  MAX_BUDGETS,
  MAX_LIMITS,
  MAX_PATTERNS,
} from '../../../model/budget-bounds.ts';
import type { JsonObject, JsonPath, ValueReader } from './read-value.ts';
import { readLimit, writeLimit } from './vitalog-limit.ts';

const FILE_KEYS = ['$schema', 'version', 'budgets'];
const BUDGET_KEYS = ['name', 'match', 'exclude', 'firstParty', 'baseline', 'limits'];
const BASELINE_KEYS = ['last', 'session', 'percentile'];
const HOST = /^(?:\*\.)?[a-z0-9_-]+(?:\.[a-z0-9_-]+)*$/i;

/** Reads the value of a `vitalog.budgets.json`. What is wrong is told to `read`; budgets without problems are answered. */
export function readVitalogFile(value: unknown, read: ValueReader): readonly Budget[] {
  const file = read.object(value, [], FILE_KEYS);
  if (file === null) return [];
  if (file.version !== 1) read.problem(['version'], 'The version of this format is 1; write "version": 1.');
  const list = read.array(file.budgets, ['budgets']) ?? [];
  if (list.length > MAX_BUDGETS)
    read.problem(['budgets'], `At most ${MAX_BUDGETS} budgets fit; there are ${list.length}.`);
  const names = new Set<string>();
  return list.flatMap((item, index) => {
    const budget = readBudget(item, ['budgets', index], read);
    if (budget === null) return [];
    if (names.has(budget.name)) {
      read.problem(
        ['budgets', index, 'name'],
        `Another budget is named "${budget.name}" already; results are told apart by name.`,
      );
    }
    names.add(budget.name);
    return [budget];
  });
}

/** Budgets as the value of a `vitalog.budgets.json`. */
export function writeVitalogFile(budgets: readonly Budget[]): JsonObject {
  return { version: 1, budgets: budgets.map(writeBudget) };
}

function readBudget(value: unknown, path: JsonPath, read: ValueReader): Budget | null {
  const budget = read.object(value, path, BUDGET_KEYS);
  if (budget === null) return null;
  const name = shortText(budget.name, [...path, 'name'], read);
  const match =
    typeof budget.match === 'string'
      ? pattern(budget.match, [...path, 'match'], read)
      : texts(budget.match, [...path, 'match'], read, pattern);
  if (Array.isArray(match) && match.length === 0)
    read.problem([...path, 'match'], 'Name at least one pattern of pages.');
  const exclude = optional(budget.exclude, [...path, 'exclude'], read, pattern);
  const firstParty = optional(budget.firstParty, [...path, 'firstParty'], read, host);
  const baseline =
    budget.baseline === undefined ? undefined : readBaseline(budget.baseline, [...path, 'baseline'], read);
  const list = read.array(budget.limits, [...path, 'limits']) ?? [];
  if (list.length > MAX_LIMITS) read.problem([...path, 'limits'], `At most ${MAX_LIMITS} limits fit into a budget.`);
  const limits = list.flatMap((item, index) => readLimit(item, [...path, 'limits', index], read) ?? []);
  if (name === null || match === null) return null;
  return {
    name,
    match,
    ...(exclude && { exclude }),
    ...(firstParty && { firstParty }),
    ...(baseline && { baseline }),
    limits,
  };
}

function writeBudget({ name, match, exclude, firstParty, baseline, limits }: Budget): JsonObject {
  return {
    name,
    match,
    ...(exclude && { exclude }),
    ...(firstParty && { firstParty }),
    ...(baseline && { baseline }),
    limits: limits.map(writeLimit),
  };
}

function readBaseline(value: unknown, path: JsonPath, read: ValueReader): BaselineChoice | null {
  const baseline = read.object(value, path, BASELINE_KEYS);
  if (baseline === null) return null;
  const { last, session, percentile = 50 } = baseline;
  if (typeof percentile !== 'number' || !(percentile > 0 && percentile <= 100)) {
    return read.problem([...path, 'percentile'], 'A percentile is a number over 0 and at most 100.');
  }
  if ((last === undefined) === (session === undefined)) {
    return read.problem(path, 'A baseline is the "last" so many page loads, or a "session"; name one of them.');
  }
  if (session !== undefined) {
    const id = shortText(session, [...path, 'session'], read);
    return id === null ? null : { session: id, percentile };
  }
  const isCount = typeof last === 'number' && Number.isInteger(last) && last > 0 && last <= MAX_BASELINE_LOADS;
  if (!isCount)
    return read.problem([...path, 'last'], `Name a whole number of page loads from 1 to ${MAX_BASELINE_LOADS}.`);
  return { last, percentile };
}

type ReadText = (value: unknown, path: JsonPath, read: ValueReader) => string | null;

function optional(value: unknown, path: JsonPath, read: ValueReader, readText: ReadText) {
  return value === undefined ? undefined : (texts(value, path, read, readText) ?? undefined);
}

function texts(value: unknown, path: JsonPath, read: ValueReader, readText: ReadText): readonly string[] | null {
  const list = read.array(value, path);
  if (list && list.length > MAX_PATTERNS) read.problem(path, `At most ${MAX_PATTERNS} fit into this list.`);
  return list?.flatMap((item, index) => readText(item, [...path, index], read) ?? []) ?? null;
}

function shortText(value: unknown, path: JsonPath, read: ValueReader): string | null {
  const text = read.text(value, path);
  if (text === null || text.length <= MAX_BUDGET_TEXT) return text;
  return read.problem(path, `At most ${MAX_BUDGET_TEXT} characters fit here; there are ${text.length}.`);
}

function pattern(value: unknown, path: JsonPath, read: ValueReader): string | null {
  const text = shortText(value, path, read);
  if (text === null || /^(?:\*|\/|[a-z][a-z0-9+.*-]*:)/i.test(text)) return text;
  return read.problem(
    path,
    `"${text}" can match no page: begin with a slash for any host, with a scheme such as https://, or with *.`,
  );
}

function host(value: unknown, path: JsonPath, read: ValueReader): string | null {
  const text = shortText(value, path, read);
  if (text === null || HOST.test(text)) return text;
  return read.problem(path, `"${text}" is no host; write shop.example, or *.shop.example with all its subdomains.`);
}
