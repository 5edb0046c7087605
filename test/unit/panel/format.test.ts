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
} from '../../../src/panel/format.ts';

const PANEL = path.resolve(import.meta.dirname, '../../../src/panel');

afterEach(() => formatFor('en'));

test('writes figures as the user of the browser does', () => {
  formatFor('de');
  expect([formatMs(2410), formatBytes(1_500_000), formatCount(20_000)]).toEqual(['2,41 s', '1,5 MB', '20.000']);
  expect(formatTotal({ value: 1_234_000, unknown: 2 })).toBe('at least 1,23 MB');
  expect(formatLimitValue(0.125, 'score')).toBe('0,125');
  expect(formatSize(timingSize(300))).toBe('300 B');
  formatFor('fr');
  expect(formatCount(20_000)).toMatch(/^20\s000$/);
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
