import type { BudgetResult } from '../../model/budget.ts';
import type { FailOn } from '../args.ts';
import { EXIT, type ExitStatus } from '../exit-status.ts';
import type { Output } from '../output.ts';
import { limitsNotKept } from './limits-kept.ts';

/** The exit status that --fail-on asks for; what made it fail is told. */
export function budgetStatus(results: readonly BudgetResult[], failOn: FailOn | null, out: Output): ExitStatus {
  if (failOn === null) return EXIT.ok;
  const broken = limitsNotKept(results, failOn);
  if (broken === 0) return EXIT.ok;
  out.error(`\n${broken} ${broken === 1 ? 'limit is' : 'limits are'} not kept (--fail-on ${failOn}).`);
  return EXIT.limitNotKept;
}
