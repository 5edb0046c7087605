import { describe, expect, it } from 'vitest';
import { columns, oneLine } from '../../../../src/cli/results/columns.ts';

describe('columns', () => {
  it('are as wide as their widest cell and end without blanks', () => {
    const lines = columns(
      [
        ['LCP', '2.41 s', 'poor'],
        ['INP', '180 ms', ''],
        ['TTFB', '9 ms'],
      ],
      'lrl',
    );
    expect(lines).toEqual(['LCP   2.41 s  poor', 'INP   180 ms', 'TTFB    9 ms']);
  });

  it('of no rows are no lines', () => {
    expect(columns([], 'l')).toEqual([]);
  });
});

describe('one line of text from a page', () => {
  it('cannot move the cursor or start a new line', () => {
    expect(oneLine('a\u001b[2Jb\r\nc\u009bd\u202ee')).toBe('a [2Jb c d e');
  });

  it('is cut in the middle to the length asked for', () => {
    const cut = oneLine('https://example.com/a/very/long/path/to/the/file.js', 21);
    expect(cut).toBe('https://ex…he/file.js');
    expect(cut).toHaveLength(21);
  });

  it('stays as it is when it fits', () => {
    expect(oneLine('x'.repeat(80))).toBe('x'.repeat(80));
  });
});
