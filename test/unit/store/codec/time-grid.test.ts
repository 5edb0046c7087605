import { describe, expect, it } from 'vitest';
import { findTimeGrid, fromTenth, toTenth } from '../../../../src/store/codec/time-grid.ts';

/** Moments as Chromium gives them on machines that have been up for so long. */
const UPTIMES_MS = [60_000.3, 3_725_113.4, 250_000_000.7];

describe('the grid of moments', () => {
  it.each(UPTIMES_MS)('tells every moment of a machine that is up for %d ms by its tenth', (uptime) => {
    const tenths = Array.from({ length: 5000 }, (_, i) => i * 7 + 3);
    const moments = tenths.map((tenth) => Math.round(uptime * 10 + tenth) / 10 - uptime);
    const grid = findTimeGrid(moments);
    expect(moments.map((moment) => toTenth(moment, grid))).toEqual(tenths);
    expect(tenths.map((tenth) => fromTenth(tenth, grid))).toEqual(moments);
  });

  it('is that of plain decimals where the browser gives such', () => {
    const grid = findTimeGrid([1, 2.5, 81.8, 0]);
    expect(grid.exponent).toBe(0);
    expect(toTenth(81.8, grid)).toBe(818);
  });

  it('has no tenth for what is no moment', () => {
    const grid = findTimeGrid([0.123456789, 1e300]);
    for (const value of [0.123456789, 1e300, -0]) expect(toTenth(value, grid)).toBeNull();
  });
});
