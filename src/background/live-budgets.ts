import { relativeMetrics } from '../analysis/budgets/baseline.ts';
import { chosenBudgets } from '../analysis/budgets/chosen-budgets.ts';
import { storedSamples } from '../analysis/budgets/stored-samples.ts';
import { valuesOf } from '../analysis/budgets/stored-values.ts';
import { withResults } from '../analysis/budgets/violation-events.ts';
import { followPage, type PageFollower } from '../analysis/page-follower.ts';
import { HOST_NAMES } from '../analysis/resources/host-data.ts';
import type { BudgetLevel, BudgetResult } from '../model/budget.ts';
import type { PageLoadRecord } from '../model/page-load.ts';
import { keepVerdict } from '../store/budget-verdicts.ts';
import { readKeptValues } from '../store/kept-values.ts';
import type { PageLoadStore } from '../store/page-load-store.ts';
import { isUnavailable, readRequests } from '../store/reader.ts';
import { readSettings } from '../store/settings.ts';

/** Page loads whose entries stay in memory for the next evaluation; another is read anew. */
const MAX_FOLLOWED = 4;

/** How a page load came out. */
export interface LiveVerdict {
  readonly pageLoad: PageLoadRecord;
  readonly results: readonly BudgetResult[];
  /** Whether what is kept of it changed. */
  readonly isNews: boolean;
}

/** Evaluates budgets in the background. What it remembers only spares reading: all of it can be lost at any time. */
export interface LiveBudgets {
  /**
   * Holds a page load against the budgets as it is stored now, and keeps how it came out. `isQuiet`: nothing more is expected soon,
   * so what later page loads are compared with is kept too. Null when it is not stored (any more).
   */
  evaluate(pageLoadId: string, isQuiet: boolean): Promise<LiveVerdict | null>;
  /** The budgets changed: nothing that was made under the old ones counts. */
  forget(): void;
}

/** `store` is where the page loads are at the moment. */
export function createLiveBudgets(store: Pick<PageLoadStore, 'readDocuments' | 'readEntries'>): LiveBudgets {
  const followers = new Map<string, PageFollower>();
  const source = { readEntries: store.readEntries, readRequests };

  async function followerOf({ pageLoadId, origin, timeOrigin }: PageLoadRecord): Promise<PageFollower> {
    const known = followers.get(pageLoadId);
    if (known) return known;
    const budgets = chosenBudgets(await readSettings());
    const isRelative = relativeMetrics(budgets).length > 0;
    const samples = isRelative ? storedSamples(await keptValues(origin)) : [];
    const earlier = samples.filter((sample) => sample.timeOrigin < timeOrigin);
    // Insights are for those who look; the badge speaks of limits.
    const context = { hosts: HOST_NAMES, budgets, samples: earlier, earlier: [], rules: [] };
    const made = followPage(source, context, letOthersRun);
    followers.set(pageLoadId, made);
    const [oldest] = followers.keys();
    if (followers.size > MAX_FOLLOWED && oldest !== undefined) followers.delete(oldest);
    return made;
  }

  return {
    async evaluate(pageLoadId, isQuiet) {
      const documents = await store.readDocuments(pageLoadId);
      if (documents === null) return null;
      const { pageLoad, frames } = documents;
      const now = Date.now();
      const { analysis } = await (await followerOf(pageLoad)).update(pageLoad, frames, now);
      const results = analysis.budgetResults;
      const budgets = chosenBudgets(await readSettings());
      const keeping = keepVerdict(pageLoadId, (kept) => ({
        violations: { warn: countOf(results, 'warn'), error: countOf(results, 'error') },
        budgetHistory: {
          events: withResults(kept.events, results, now),
          views: isQuiet ? valuesOf(pageLoad, analysis, budgets) : kept.views,
        },
      }));
      // Without room, or without a database, it is shown all the same.
      const isNews = await keeping.catch(() => false);
      if (pageLoad.state !== 'open') followers.delete(pageLoadId);
      return { pageLoad, results, isNews };
    },
    forget: () => followers.clear(),
  };
}

/** The ingest comes first. */
function letOthersRun(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

/** Nothing where there is no database: what a limit is relative to is not known then. */
async function keptValues(origin: string): ReturnType<typeof readKeptValues> {
  return readKeptValues(origin).catch((error: unknown) => {
    if (isUnavailable(error)) return [];
    throw error;
  });
}

function countOf(results: readonly BudgetResult[], level: BudgetLevel): number {
  return results.filter((result) => result.level === level).length;
}
