import type { PageLoadRecord } from '../model/page-load.ts';
import type { Milliseconds } from '../model/units.ts';

/** The least time between two evaluations of anything: a busy page is judged once a second. */
const INTERVAL_MS = 1000;
/** After an evaluation that took t, the worker rests for this many t, so that the ingest always comes first. */
const REST_RATIO = 9;
/** TTI's quiet window, after which TTI and TBT can be told, and a little more. */
const QUIET_MS = 5500;
/** A page load of more entries is judged only when it is quiet: reading them while more stream in would slow the ingest. */
export const MAX_LIVE_ENTRIES = 20_000;

/** Decides when page loads are evaluated: soon after a change, one at a time, and once more when they are quiet. */
export interface EvaluationSchedule {
  changed(pageLoad: Pick<PageLoadRecord, 'pageLoadId' | 'topPageLoadId' | 'next' | 'state'>): void;
}

/** `evaluate` must not reject. */
export function createEvaluationSchedule(
  evaluate: (pageLoadId: string, isQuiet: boolean) => Promise<void>,
): EvaluationSchedule {
  const waiting = new Map<string, boolean>();
  const quiet = new Map<string, ReturnType<typeof setTimeout>>();
  /** Entries of the documents that change; of those that are quiet nothing is kept. */
  const sizes = new Map<string, number>();
  let running = false;

  function want(pageLoadId: string, isQuiet: boolean): void {
    waiting.set(pageLoadId, isQuiet || (waiting.get(pageLoadId) ?? false));
    if (!running) void run();
  }

  async function run(): Promise<void> {
    running = true;
    let pause: Milliseconds = INTERVAL_MS;
    for (;;) {
      await new Promise((resolve) => setTimeout(resolve, pause));
      const next = waiting.entries().next().value;
      if (next === undefined) break;
      const [pageLoadId, isQuiet] = next;
      waiting.delete(pageLoadId);
      // It may have grown while it waited; then it is judged when it is quiet.
      if (!isQuiet && (sizes.get(pageLoadId) ?? 0) > MAX_LIVE_ENTRIES) continue;
      const start = performance.now();
      await evaluate(pageLoadId, isQuiet);
      pause = Math.max(INTERVAL_MS, (performance.now() - start) * REST_RATIO);
    }
    running = false;
  }

  return {
    changed({ pageLoadId, topPageLoadId: id, next, state }) {
      clearTimeout(quiet.get(id));
      // A frame that is gone leaves its page as it is.
      const isOver = state !== 'open' && pageLoadId === id;
      if (!isOver) {
        const whenQuiet = () => {
          quiet.delete(id);
          sizes.delete(id);
          want(id, true);
        };
        quiet.set(id, setTimeout(whenQuiet, QUIET_MS));
      }
      sizes.set(id, Math.max(next, sizes.get(id) ?? 0));
      if (isOver) sizes.delete(id);
      if (isOver || next <= MAX_LIVE_ENTRIES) want(id, isOver);
    },
  };
}
