import type { SelfCost } from '../model/page-load.ts';

/** Adds up what the collector costs the page. */
export interface SelfCostMeter {
  spent(mainThreadMs: number): void;
  sent(bytes: number): void;
  total(): SelfCost;
}

export function createSelfCost(): SelfCostMeter {
  let mainThreadMs = 0;
  let bytesSent = 0;
  return {
    spent(ms) {
      mainThreadMs += ms;
    },
    sent(bytes) {
      bytesSent += bytes;
    },
    total: () => ({ mainThreadMs, bytesSent }),
  };
}
