import type { SelfCost } from '../model/page-load.ts';

/** Adds up what the collector costs the page. */
export interface SelfCostMeter {
  /** Runs `work` and counts its main-thread time; nested calls count once. */
  measure(work: () => void): void;
  sent(bytes: number): void;
  total(): SelfCost;
}

export function createSelfCost(): SelfCostMeter {
  let mainThreadMs = 0;
  let bytesSent = 0;
  let depth = 0;
  return {
    measure(work) {
      const start = performance.now();
      depth += 1;
      try {
        work();
      } finally {
        depth -= 1;
        if (depth === 0) mainThreadMs += performance.now() - start;
      }
    },
    sent(bytes) {
      bytesSent += bytes;
    },
    total: () => ({ mainThreadMs, bytesSent }),
  };
}
