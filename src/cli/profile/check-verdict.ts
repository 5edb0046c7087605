import { analyzePage } from '../../analysis/analyze-page.ts';
import { STARTER_BUDGET } from '../../analysis/budgets/starter.ts';
import { type Verdict, verdictOf } from '../../analysis/verdict.ts';
import { CliError } from '../cli-error.ts';
import type { Settled } from './settled.ts';

/**
 * The verdict on a page load as computed here from the stored entries. The panel runs the same analysis on them, so a CliError is
 * thrown when it shows another headline. An open page is not compared: its verdict also depends on the moment.
 */
export function checkVerdict({ view, snapshot, frames }: Settled): Verdict {
  const { pageLoad } = snapshot;
  const verdict = verdictOf(analyzePage({ ...snapshot, frames }, { budgets: [STARTER_BUDGET], earlier: [] }));
  if (pageLoad.state === 'open' || view.headline === null || view.headline === verdict.headline) return verdict;
  throw new CliError(
    `The panel's verdict on ${pageLoad.url} is not what its entries say: it shows "${view.headline}", they give "${verdict.headline}". Please report this as a bug.`,
  );
}
