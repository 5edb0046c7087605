import type { PageLoadRecord } from '../model/page-load.ts';
import type { HistoryRecord } from '../model/page-load-summary.ts';

/** What stays of a page load when its entries go. */
export function historyOf(record: PageLoadRecord): HistoryRecord {
  const { pageLoadId, sessionId, origin, url, title, timeOrigin, navigationType, browser, ledger } = record;
  const { summary, violations, budgetHistory, baseline, deletedAt } = record;
  return {
    ...{ pageLoadId, sessionId, origin, url, title, timeOrigin, navigationType, browser, ledger },
    ...{ summary, violations, baseline, deletedAt },
    ...(budgetHistory && { budgetHistory }),
  };
}
