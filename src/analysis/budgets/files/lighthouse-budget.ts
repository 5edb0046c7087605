import type { Budget, Limit } from '../../../model/budget.ts';
import type { JsonObject, JsonPath, ValueReader } from './read-value.ts';
import { uniqueNames } from './unique-names.ts';

const KEYS = ['path', 'options', 'resourceSizes', 'resourceCounts', 'timings'];
export const LIGHTHOUSE_CLASSES = [
  'total',
  'document',
  'script',
  'stylesheet',
  'image',
  'media',
  'font',
  'other',
  'third-party',
];

/** Names that Lighthouse's budgets and audits have for our metrics; the last three we only keep. */
export const LIGHTHOUSE_TIMINGS: ReadonlyMap<string, string> = new Map([
  ['first-contentful-paint', 'FCP'],
  ['largest-contentful-paint', 'LCP'],
  ['interactive', 'TTI'],
  ['total-blocking-time', 'TBT'],
  ['cumulative-layout-shift', 'CLS'],
  ['first-meaningful-paint', 'first-meaningful-paint'],
  ['max-potential-fid', 'max-potential-fid'],
  ['speed-index', 'speed-index'],
]);

const KIB = 1024;

/**
 * Reads Lighthouse's budget.json (https://github.com/GoogleChrome/budget.json). Its one number is an error level. What is unknown
 * is an error that names it, as it was for Lighthouse.
 */
export function readLighthouseBudgets(value: unknown, read: ValueReader): readonly Budget[] {
  const list = read.array(value, []) ?? [];
  return uniqueNames(list.flatMap((item, index) => readBudget(item, [index], read) ?? []));
}

function readBudget(value: unknown, at: JsonPath, read: ValueReader): Budget | null {
  const budget = read.object(value, at, KEYS);
  if (budget === null) return null;
  const path = budget.path === undefined ? undefined : readPath(budget.path, [...at, 'path'], read);
  const firstParty = budget.options === undefined ? null : readHosts(budget.options, [...at, 'options'], read);
  const limits = [
    ...readList(budget.timings, [...at, 'timings'], read, 'metric', (metric) => LIGHTHOUSE_TIMINGS.get(metric) ?? null),
    ...readResources(budget.resourceSizes, [...at, 'resourceSizes'], read, 'resource-size', KIB),
    ...readResources(budget.resourceCounts, [...at, 'resourceCounts'], read, 'resource-count', 1),
  ];
  const match = typeof path === 'string' ? globOf(path) : '*';
  return { name: path ?? 'All pages', match, ...(firstParty && { firstParty }), limits };
}

/** The path's own rules: a prefix unless it ends in `$`, one `*` for any run of characters. */
function readPath(value: unknown, at: JsonPath, read: ValueReader): string | null {
  const path = read.text(value, at);
  if (path === null) return null;
  if (!path.startsWith('/')) return read.problem(at, 'A path starts with a slash.');
  if (path.split('*').length > 2) return read.problem(at, 'A path holds at most one *.');
  if (/\$(?!$)/.test(path)) return read.problem(at, 'A $ can only stand at the end of a path.');
  return path;
}

/**
 * The glob that matches the same pages. Further asterisks at the end change nothing, and keep `/a`, `/a*` and `/a*$` apart on the
 * way back.
 */
function globOf(path: string): string {
  if (!path.endsWith('$')) return `${path}*`;
  const exact = path.slice(0, -1);
  return exact.endsWith('*') ? `${exact}**` : exact;
}

function readHosts(value: unknown, at: JsonPath, read: ValueReader): readonly string[] | null {
  const options = read.object(value, at, ['firstPartyHostnames']);
  if (options?.firstPartyHostnames === undefined) return null;
  const path = [...at, 'firstPartyHostnames'];
  const hosts = read.array(options.firstPartyHostnames, path) ?? [];
  return hosts.flatMap((host, index) => {
    const text = read.text(host, [...path, index]);
    if (text === null || /^(?:\*\.)?[^*/:]+$/.test(text)) return text ?? [];
    read.problem([...path, index], `"${text}" is no host; write shop.example or *.shop.example.`);
    return [];
  });
}

function readResources(value: unknown, at: JsonPath, read: ValueReader, kind: string, factor: number) {
  const keyOf = (type: string) => (LIGHTHOUSE_CLASSES.includes(type) ? `${kind}:${type}` : null);
  return readList(value, at, read, 'resourceType', keyOf, factor);
}

function readList(
  value: unknown,
  at: JsonPath,
  read: ValueReader,
  subject: string,
  keyOf: (name: string) => string | null,
  factor = 1,
): readonly Limit[] {
  if (value === undefined) return [];
  const seen = new Set<string>();
  return (read.array(value, at) ?? []).flatMap((item, index) => {
    const path = [...at, index];
    const object: JsonObject | null = read.object(item, path, [subject, 'budget']);
    const name = object && read.text(object[subject], [...path, subject]);
    const budget = object && read.amount(object.budget, [...path, 'budget']);
    if (name === null || budget === null) return [];
    const metric = keyOf(name);
    if (metric === null) read.problem([...path, subject], `budget.json knows no ${subject} named "${name}".`);
    else if (seen.has(name)) read.problem([...path, subject], `"${name}" is limited twice in this list.`);
    seen.add(name);
    return metric === null ? [] : [{ metric, error: budget * factor }];
  });
}
