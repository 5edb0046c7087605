import { relativeMetrics } from '../../analysis/budgets/baseline.ts';
import type { PageAnalysis } from '../../model/analysis.ts';
import type { BudgetTerms } from '../state/budget-terms.ts';
import type { PageFigures } from '../state/page-figures.ts';
import type { SnapshotCacheStatistics } from '../state/snapshot-cache.ts';
import { type AnalysisPart, applyChange, putParts } from './analysis-change.ts';
import type { AnalystAnswer, AnalystQuestion, PlainSample } from './analyst-messages.ts';
import type { AnalystRequest, PageAnalyst } from './page-analyst.ts';

/** Page loads of which the last version is kept, to put changes on. */
const MAX_KEPT = 3;

/** The worker, as far as it is needed; a test brings its own. */
export type AnalystWorker = Pick<Worker, 'postMessage' | 'addEventListener' | 'terminate'>;

interface Waiting {
  readonly parts: AnalysisPart[];
  readonly resolve: (answer: AnalystAnswer) => void;
  readonly reject: (error: Error) => void;
}

/**
 * An analyst in a worker, so that the panel's thread is free for who uses it however large a page is. `fallback` takes over while
 * `canRead` says no, and for good once the worker finds that it cannot open the database.
 */
export function createWorkerAnalyst(
  start: () => AnalystWorker,
  fallback: PageAnalyst,
  canRead: () => boolean,
): PageAnalyst {
  const kept = new Map<string, { readonly id: number; readonly analysis: PageAnalysis }>();
  const waiting = new Map<number, Waiting>();
  const numbers = new WeakMap<BudgetTerms, AnalystQuestion['terms']>();
  let worker: AnalystWorker | null = null;
  let lastId = 0;
  let lastNumber = 0;
  let isUnavailable = false;
  let statistics: SnapshotCacheStatistics | null = null;

  function connect(): AnalystWorker {
    const started = start();
    started.addEventListener('message', ({ data }) => take(data as AnalystAnswer));
    started.addEventListener('error', (event) => {
      event.preventDefault();
      started.terminate();
      if (worker === started) worker = null;
      for (const { reject } of waiting.values()) reject(new Error('The analysis broke off. It begins anew by itself.'));
      waiting.clear();
      kept.clear();
    });
    return started;
  }

  function take(answer: AnalystAnswer): void {
    const waits = waiting.get(answer.id);
    if (answer.type === 'part') return void waits?.parts.push(answer.part);
    waiting.delete(answer.id);
    waits?.resolve(answer);
  }

  function termsOf(terms: BudgetTerms): AnalystQuestion['terms'] {
    const known = numbers.get(terms) ?? { number: ++lastNumber, ...plain(terms) };
    numbers.set(terms, known);
    return known;
  }

  async function ask({ terms, ...request }: AnalystRequest): Promise<PageFigures | null> {
    worker ??= connect();
    const asked = worker;
    const id = ++lastId;
    const { pageLoad, isKept } = request;
    const before = kept.get(pageLoad.pageLoadId);
    const parts: AnalysisPart[] = [];
    const answer = await new Promise<AnalystAnswer>((resolve, reject) => {
      waiting.set(id, { parts, resolve, reject });
      const question: AnalystQuestion = { id, ...request, terms: termsOf(terms), base: before?.id ?? null };
      asked.postMessage(question);
    });
    if (answer.type !== 'done') {
      if (answer.type === 'failed' && answer.isUnavailable) return null;
      throw new Error(answer.type === 'failed' ? answer.message : 'The analysis was not finished.');
    }
    const analysis = applyChange(answer.isOnBase ? (before?.analysis ?? null) : null, putParts(parts, answer.change));
    kept.delete(pageLoad.pageLoadId);
    if (isKept) kept.set(pageLoad.pageLoadId, { id, analysis });
    const [oldest] = kept.keys();
    if (kept.size > MAX_KEPT && oldest !== undefined) kept.delete(oldest);
    statistics = answer.statistics;
    return { pageLoad, analysis, verdict: answer.verdict, entries: answer.entries };
  }

  return {
    async update(request) {
      if (isUnavailable || !canRead()) return fallback.update(request);
      const figures = await ask(request);
      if (figures) return figures;
      isUnavailable = true;
      return fallback.update(request);
    },
    statistics: () => (isUnavailable ? null : statistics) ?? fallback.statistics(),
  };
}

/** Functions do not travel: samples are asked for what relative limits will ask them. */
function plain({ budgets, samples }: BudgetTerms): Omit<AnalystQuestion['terms'], 'number'> {
  const metrics = relativeMetrics(budgets);
  const told = samples.map(({ pageLoadId, sessionId, timeOrigin, pattern, value }): PlainSample => {
    const values = metrics.flatMap((metric) => {
      const known = value(metric);
      return known === null ? [] : [[metric, known] as const];
    });
    return { pageLoadId, sessionId, timeOrigin, pattern, values: Object.fromEntries(values) };
  });
  return { budgets, samples: told };
}
