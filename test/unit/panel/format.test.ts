import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { timingSize, UNKNOWN_SIZE } from '../../../src/model/size.ts';
import {
  formatBytes,
  formatCount,
  formatFor,
  formatLimitValue,
  formatMs,
  formatSize,
  formatTotal,
  inColumn,
} from '../../../src/panel/format.ts';

const PANEL = path.resolve(import.meta.dirname, '../../../src/panel');

afterEach(() => formatFor('en'));

test('writes figures as the user of the browser does', () => {
  formatFor('de');
  expect([formatMs(2410), formatBytes(1_500_000), formatCount(20_000)]).toEqual([
    '2,41\u00a0s',
    '1,5\u00a0MB',
    '20.000',
  ]);
  expect(formatTotal({ value: 1_234_000, unknown: 2 })).toBe('at least 1,23\u00a0MB');
  expect(formatLimitValue(0.125, 'score')).toBe('0,125');
  expect(formatSize(timingSize(300))).toBe('300\u00a0B');
  formatFor('fr');
  expect(formatCount(20_000)).toMatch(/^20\s000$/);
});

test('gives figures in a column as many decimals as others of their size', () => {
  expect([2400, 2410, 3, 0].map(inColumn.ms)).toEqual(['2.40\u00a0s', '2.41\u00a0s', '3.0\u00a0ms', '0\u00a0ms']);
  expect([77_000, 120_000, 3_000_000].map(inColumn.bytes)).toEqual(['77.0\u00a0kB', '120\u00a0kB', '3.00\u00a0MB']);
  expect([0.06, 0].map((score) => inColumn.limitValue(score, 'score'))).toEqual(['0.060', '0']);
});

test('says what is not known in any locale', () => {
  formatFor('de');
  expect(formatSize(UNKNOWN_SIZE)).toBe('unknown');
  expect(formatMs(Number.NaN)).toBe('unknown');
});

test('is what every figure in the panel goes through', async () => {
  const files = await readdir(PANEL, { recursive: true });
  const own = files.filter((file) => /\.tsx?$/.test(file) && file !== 'format.ts');
  expect(own.length).toBeGreaterThan(100);
  for (const file of own) {
    const text = await readFile(path.join(PANEL, file), 'utf8');
    const past = text.match(
      /import \{[^}]*\bformat\w+[^}]*\} from '[./]*analysis\/format(-number)?\.ts'|toLocaleString\('/,
    );
    expect(past?.[0], `${file}: import from panel/format.ts, which knows the user's locale`).toBeUndefined();
  }
});
