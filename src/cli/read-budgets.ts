import { readFile } from 'node:fs/promises';
import { type BudgetFile, notHeldText, parseBudgetFile } from '../analysis/budgets/files/budget-file.ts';
import { problemText } from '../analysis/budgets/files/json-text.ts';
import type { Budget } from '../model/budget.ts';
import { CliError } from './cli-error.ts';
import type { Output } from './output.ts';

/** Problems beyond these are told by their number. */
const TOLD_PROBLEMS = 10;

/** The budgets of a file, null without one; what a file of another format holds beside them is told. */
export async function budgetsOf(path: string | null, out: Output): Promise<readonly Budget[] | null> {
  if (path === null) return null;
  const { budgets, notHeld } = await readBudgets(path);
  for (const part of notHeld) out.progress(`${path}: ${notHeldText(part)}`);
  return budgets;
}

/** Reads a budget file of any format. Throws a CliError that names every place at which something is wrong. */
export async function readBudgets(path: string): Promise<BudgetFile> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CliError(`The budgets could not be read: ${reason}. Name a file with --budgets FILE.`);
  });
  const file = parseBudgetFile(text.replace(/^\uFEFF/, ''));
  if (file.problems.length === 0) return file;
  const told = file.problems.slice(0, TOLD_PROBLEMS).map((problem) => `  ${path}: ${problemText(problem)}`);
  const more = file.problems.length - told.length;
  const rest = more > 0 ? [`  and ${more} more`] : [];
  throw new CliError([`The budgets in ${path} cannot be used:`, ...told, ...rest].join('\n'));
}
