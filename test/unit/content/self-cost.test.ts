import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createSelfCost } from '../../../src/content/self-cost.ts';
import { MAX_SELF_COST_A_MINUTE } from '../../../src/model/back-off.ts';

let now = 0;

beforeEach(() => {
  now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => now);
});

describe('the cost of the collector', () => {
  it('is the sum of its time and its bytes', () => {
    const cost = createSelfCost(() => {});
    for (const ms of [1, 2.5]) cost.spent(ms);
    for (const bytes of [100, 28]) cost.sent(bytes);
    expect(cost.total()).toEqual({ mainThreadMs: 3.5, bytesSent: 128, backOff: 0 });
  });

  it('leads to no back-off as long as each minute stays within the limit', () => {
    const cost = createSelfCost(() => {});
    for (let minute = 0; minute < 10; minute++) {
      now = minute * 60_000;
      cost.spent(MAX_SELF_COST_A_MINUTE);
    }
    expect(cost.total().backOff).toBe(0);
  });

  it('leads to one step each time that the limit is passed, and to no third', () => {
    const observeFewerEvents = vi.fn();
    const cost = createSelfCost(observeFewerEvents);
    const steps = Array.from({ length: 8 }, () => {
      cost.spent(MAX_SELF_COST_A_MINUTE / 2);
      return cost.total().backOff;
    });
    expect(steps).toEqual([0, 0, 1, 1, 1, 2, 2, 2]);
    expect(observeFewerEvents).toHaveBeenCalledOnce();
  });
});
