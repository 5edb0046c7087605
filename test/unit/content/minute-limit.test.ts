import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createMinuteLimit } from '../../../src/content/minute-limit.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('a limit of 100 a minute', () => {
  it('admits 100, whether they come one by one or together, and then none', () => {
    const admit = createMinuteLimit(100);
    expect(admit(1)).toBe(1);
    expect(admit(98)).toBe(98);
    expect(admit(5)).toBe(1);
    expect(admit(1)).toBe(0);
    vi.advanceTimersByTime(59_999);
    expect(admit(1)).toBe(0);
  });

  it('admits 100 again when the minute is over', () => {
    const admit = createMinuteLimit(100);
    expect(admit(1000)).toBe(100);
    vi.advanceTimersByTime(60_000);
    expect(admit(1000)).toBe(100);
  });
});
