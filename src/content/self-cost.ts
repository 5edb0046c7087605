import { type BackOff, MAX_SELF_COST_A_MINUTE } from '../model/back-off.ts';
import type { SelfCost } from '../model/page-load.ts';
import { createMinuteLimit } from './minute-limit.ts';

/** Adds up what the collector costs the page. */
export interface SelfCostMeter {
  spent(mainThreadMs: number): void;
  sent(bytes: number): void;
  total(): SelfCost;
}

/** Says in its total how far the collector has backed off; `observeFewerEvents` is called at the second step. */
export function createSelfCost(observeFewerEvents: () => void): SelfCostMeter {
  let mainThreadMs = 0;
  let bytesSent = 0;
  let backOff = 0 as BackOff;
  let afford = createMinuteLimit(MAX_SELF_COST_A_MINUTE);
  return {
    spent(ms) {
      mainThreadMs += ms;
      if (afford(ms) >= ms || backOff === 2) return;
      // What was left out is to show before the next step.
      afford = createMinuteLimit(MAX_SELF_COST_A_MINUTE);
      if (backOff) observeFewerEvents();
      backOff = (backOff + 1) as BackOff;
    },
    sent(bytes) {
      bytesSent += bytes;
    },
    total: () => ({ mainThreadMs, bytesSent, backOff }),
  };
}
