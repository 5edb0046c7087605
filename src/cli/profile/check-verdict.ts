import { analyzeSession } from '../../analysis/analyze-session.ts';
import { HOST_NAMES } from '../../analysis/resources/host-data.ts';
import { type Verdict, verdictOf } from '../../analysis/verdict.ts';
import type { Budget } from '../../model/budget.ts';
import type { PageSnapshot } from '../../model/snapshot.ts';
import { CliError } from '../cli-error.ts';
import type { Settled } from './settled.ts';

/**
 * The verdict on a page load as computed here from the stored entries of its session. The panel runs the same analysis on them, so
 * a CliError is thrown when it shows another headline. An open page is not compared: its verdict also depends on the moment.
 */
export function checkVerdict(
  { view, snapshot }: Settled,
  session: readonly PageSnapshot[],
  budgets: readonly Budget[],
): Verdict {
  const { pageLoad } = snapshot;
  const analyzed = analyzeSession(session, pageLoad.updatedAt, { budgets, hosts: HOST_NAMES });
  const page = analyzed.find(({ analysis }) => analysis.pageLoadId === pageLoad.pageLoadId);
  if (page === undefined) throw new CliError(`${pageLoad.url} is no longer stored. Run it again.`);
  const verdict = verdictOf(page.analysis);
  if (pageLoad.state === 'open' || view.headline === null || view.headline === verdict.headline) return verdict;
  throw new CliError(
    `The panel's verdict on ${pageLoad.url} is not what its entries say: it shows "${view.headline}", they give "${verdict.headline}". Please report this as a bug.`,
  );
}
