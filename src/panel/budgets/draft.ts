import { exactOr } from '../../analysis/budgets/files/quantity.ts';
import type { JsonObject, JsonPath } from '../../analysis/budgets/files/read-value.ts';
import { createValueReader } from '../../analysis/budgets/files/read-value.ts';
import { readVitalogFile, writeVitalogFile } from '../../analysis/budgets/files/vitalog-file.ts';
import { limitMetric } from '../../analysis/budgets/limit-metrics.ts';
import type { Budget } from '../../model/budget.ts';

/** A limit as it is typed. */
export interface DraftLimit {
  readonly id: number;
  readonly metric: string;
  readonly warn: string;
  readonly error: string;
  readonly relative: boolean;
}

/** A budget as it is typed; lists have an item a line. */
export interface DraftBudget {
  readonly id: number;
  readonly name: string;
  readonly match: string;
  readonly exclude: string;
  readonly firstParty: string;
  /** Page loads of the baseline and their percentile; empty for what applies without. */
  readonly last: string;
  readonly percentile: string;
  /** The session to compare with; empty compares with the last page loads. */
  readonly session: string;
  readonly limits: readonly DraftLimit[];
}

export type Draft = readonly DraftBudget[];

/** A draft as budgets, or what is wrong with it by field: `0.name`, `0.limits.2.warn`, `budgets`. */
export interface CheckedDraft {
  readonly budgets: readonly Budget[];
  readonly problems: ReadonlyMap<string, string>;
}

let made = 0;

/** Tells rows apart while they are edited, moved and removed. */
export function nextId(): number {
  made += 1;
  return made;
}

export function emptyLimit(): DraftLimit {
  return { id: nextId(), metric: '', warn: '', error: '', relative: false };
}

/** Budgets as one would type them. */
export function draftOf(budgets: readonly Budget[]): Draft {
  const written = writeVitalogFile(budgets).budgets as readonly JsonObject[];
  return budgets.map((budget, index): DraftBudget => {
    const { baseline } = budget;
    const limits = (written[index]?.limits ?? []) as readonly JsonObject[];
    return {
      id: nextId(),
      name: budget.name,
      match: lines(budget.match),
      exclude: lines(budget.exclude ?? []),
      firstParty: lines(budget.firstParty ?? []),
      last: baseline && 'last' in baseline ? String(baseline.last) : '',
      percentile: baseline ? String(baseline.percentile) : '',
      session: baseline && 'session' in baseline ? baseline.session : '',
      limits: limits.map(({ metric, warn = '', error = '', relativeTo }) => ({
        id: nextId(),
        metric: String(metric),
        warn: typed(warn, String(metric)),
        error: typed(error, String(metric)),
        relative: relativeTo !== undefined,
      })),
    };
  });
}

/** An amount as one would type it: a time with its unit, as files have sizes. */
function typed(amount: unknown, metric: string): string {
  const isTime = typeof amount === 'number' && limitMetric(metric).unit === 'ms';
  return String(isTime ? exactOr(amount, `${amount} ms`, 'ms') : amount);
}

/** The draft as the value of a budget file. */
export function fileValueOf(draft: Draft): JsonObject {
  return {
    version: 1,
    budgets: draft.map(({ name, match, exclude, firstParty, limits, ...baseline }) => {
      const patterns = itemsOf(match);
      return {
        name: name.trim(),
        match: patterns.length === 1 ? patterns[0] : patterns,
        ...(itemsOf(exclude).length > 0 && { exclude: itemsOf(exclude) }),
        ...(itemsOf(firstParty).length > 0 && { firstParty: itemsOf(firstParty) }),
        ...baselineValue(baseline),
        limits: limits.map(({ metric, warn, error, relative }) => ({
          metric: metric.trim(),
          ...(relative && { relativeTo: 'baseline' }),
          ...(warn.trim() !== '' && { warn: warn.trim() }),
          ...(error.trim() !== '' && { error: error.trim() }),
        })),
      };
    }),
  };
}

/** Reads a draft as a budget file is read. */
export function checkDraft(draft: Draft): CheckedDraft {
  const read = createValueReader();
  const budgets = readVitalogFile(fileValueOf(draft), read);
  const problems = new Map<string, string>();
  for (const { path, message } of read.problems) {
    const field = fieldOf(path);
    if (!problems.has(field)) problems.set(field, message);
  }
  return { budgets, problems };
}

/** The field of the form that a part of the file stands in. */
function fieldOf([, index, member, item, name]: JsonPath): string {
  if (index === undefined) return 'budgets';
  if (member === 'limits' && item !== undefined) return `${index}.limits.${item}.${name ?? 'error'}`;
  return `${index}.${member ?? 'name'}`;
}

function baselineValue({
  last,
  percentile,
  session,
}: Pick<DraftBudget, 'last' | 'percentile' | 'session'>): JsonObject {
  if ([last, percentile, session].every((text) => text.trim() === '')) return {};
  const of = session.trim() === '' ? { last: last.trim() === '' ? 10 : Number(last) } : { session: session.trim() };
  return { baseline: { ...of, ...(percentile.trim() !== '' && { percentile: Number(percentile) }) } };
}

function itemsOf(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function lines(list: string | readonly string[]): string {
  return typeof list === 'string' ? list : list.join('\n');
}
