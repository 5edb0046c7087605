import type { Budget } from '../../../model/budget.ts';
import type { Exported, NotHeld } from './exported.ts';
import { type FileProblem, parseJsonText } from './json-text.ts';
import { readLighthouseBudgets } from './lighthouse-budget.ts';
import { writeLighthouseBudgets } from './lighthouse-budget-export.ts';
import { readLighthouseCi } from './lighthouse-ci.ts';
import { writeLighthouseCi } from './lighthouse-ci-export.ts';
import { createValueReader } from './read-value.ts';
import { readSitespeed } from './sitespeed.ts';
import { writeSitespeed } from './sitespeed-export.ts';
import { readVitalogFile, writeVitalogFile } from './vitalog-file.ts';

/** The formats that are read and written. */
export const BUDGET_FORMATS = ['vitalog', 'lighthouse', 'lighthouse-ci', 'sitespeed'] as const;
export type BudgetFormat = (typeof BUDGET_FORMATS)[number];

/** What to call a format, and the name that its files have. */
export const FORMAT_NAMES: Readonly<Record<BudgetFormat, { readonly title: string; readonly file: string }>> = {
  vitalog: { title: 'Vitalog budgets', file: 'vitalog.budgets.json' },
  lighthouse: { title: 'Lighthouse budget.json', file: 'budget.json' },
  'lighthouse-ci': { title: 'Lighthouse CI assertions', file: 'lighthouserc.json' },
  sitespeed: { title: 'sitespeed.io budget', file: 'sitespeed-budget.json' },
};

/** A file read: its budgets, or what is wrong with it. `notHeld` is what of another format we cannot hold. */
export interface BudgetFile {
  readonly format: BudgetFormat;
  /** Empty when there are problems. */
  readonly budgets: readonly Budget[];
  readonly notHeld: readonly NotHeld[];
  readonly problems: readonly FileProblem[];
}

/** Reads a budget file in any of the formats, which its shape tells apart. */
export function parseBudgetFile(text: string): BudgetFile {
  const parsed = parseJsonText(text);
  if ('problems' in parsed) return { format: 'vitalog', budgets: [], notHeld: [], problems: parsed.problems };
  const format = formatOf(parsed.value);
  const read = createValueReader();
  const { budgets, notHeld } = readers[format](parsed.value, read);
  const problems = read.problems.map((problem) => parsed.locate(problem));
  return problems.length > 0 ? { format, budgets: [], notHeld: [], problems } : { format, budgets, notHeld, problems };
}

/** Budgets as the text of a file in a format, and what it has no place for. */
export function formatBudgetFile(
  budgets: readonly Budget[],
  format: BudgetFormat,
): { readonly text: string; readonly notHeld: readonly NotHeld[] } {
  const { value, notHeld } = writers[format](budgets);
  return { text: `${JSON.stringify(value, null, 2)}\n`, notHeld };
}

/** What was left out, as a sentence. */
export function notHeldText({ budget, what, why }: NotHeld): string {
  return `"${budget}": ${what} is left out: ${why}.`;
}

function formatOf(value: unknown): BudgetFormat {
  if (Array.isArray(value)) return 'lighthouse';
  if (typeof value !== 'object' || value === null) return 'vitalog';
  if ('budget' in value) return 'sitespeed';
  return 'ci' in value || 'assertions' in value || 'assertMatrix' in value ? 'lighthouse-ci' : 'vitalog';
}

type Reader = (
  value: unknown,
  read: ReturnType<typeof createValueReader>,
) => {
  readonly budgets: readonly Budget[];
  readonly notHeld: readonly NotHeld[];
};

const readers: Readonly<Record<BudgetFormat, Reader>> = {
  vitalog: (value, read) => ({ budgets: readVitalogFile(value, read), notHeld: [] }),
  lighthouse: (value, read) => ({ budgets: readLighthouseBudgets(value, read), notHeld: [] }),
  'lighthouse-ci': readLighthouseCi,
  sitespeed: readSitespeed,
};

const writers: Readonly<Record<BudgetFormat, (budgets: readonly Budget[]) => Exported>> = {
  vitalog: (budgets) => ({ value: writeVitalogFile(budgets), notHeld: [] }),
  lighthouse: writeLighthouseBudgets,
  'lighthouse-ci': writeLighthouseCi,
  sitespeed: writeSitespeed,
};
