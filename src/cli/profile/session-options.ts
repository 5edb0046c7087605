import type { Budget } from '../../model/budget.ts';

/** How a session is profiled. */
export interface SessionOptions {
  readonly urls: readonly string[];
  /** False: load only. */
  readonly interact: boolean;
  /** Leave the last page and its panel as they are. */
  readonly staysOpen: boolean;
  /** What the pages are held against, here and in the panel. */
  readonly budgets: readonly Budget[];
}
