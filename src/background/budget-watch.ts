import type { PageLoadRecord } from '../model/page-load.ts';
import type { PageLoadStore } from '../store/page-load-store.ts';
import { onSettingsChange } from '../store/settings.ts';
import { topPageLoadOfTab } from '../store/top-page-loads.ts';
import { badgeOf, showBadge } from './badge.ts';
import { createEvaluationSchedule } from './evaluation-schedule.ts';
import { createLiveBudgets } from './live-budgets.ts';

/** Holds what is being recorded against the budgets, and shows on each tab's button how its page comes out. */
export interface BudgetWatch {
  /** A page load, or a document in a frame of one, changed on disk. */
  changed(record: PageLoadRecord): void;
}

/** `store` is what is recorded into; `onNews` hears of page loads of which more is kept now, without a new revision. */
export function createBudgetWatch(
  store: Pick<PageLoadStore, 'readDocuments' | 'readEntries' | 'openPageLoads'>,
  onNews: (record: PageLoadRecord) => void,
): BudgetWatch {
  const live = createLiveBudgets(store);
  const schedule = createEvaluationSchedule(async (pageLoadId, isQuiet) => {
    // A store that cannot be read is told by the ingest; a tab that is gone has no button.
    await judge(pageLoadId, isQuiet).catch(() => {});
  });

  async function judge(pageLoadId: string, isQuiet: boolean): Promise<void> {
    const verdict = await live.evaluate(pageLoadId, isQuiet);
    if (verdict === null) return;
    if (verdict.isNews) onNews(verdict.pageLoad);
    const { tabId } = verdict.pageLoad;
    const top = await topPageLoadOfTab(tabId);
    if (top?.pageLoadId === pageLoadId) await showBadge(tabId, badgeOf(verdict.results));
  }

  async function judgeAllAnew(): Promise<void> {
    live.forget();
    const tops = await store.openPageLoads(({ pageLoadId, topPageLoadId }) => pageLoadId === topPageLoadId);
    for (const id of tops) schedule.changed({ pageLoadId: id, topPageLoadId: id, next: 0, state: 'open' });
  }

  onSettingsChange((settings, before) => {
    if (JSON.stringify(settings.budgets) !== JSON.stringify(before.budgets)) judgeAllAnew().catch(() => {});
  });

  return { changed: schedule.changed };
}
