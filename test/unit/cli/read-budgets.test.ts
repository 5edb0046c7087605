import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readBudgets } from '../../../src/cli/read-budgets.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'vitalog-budgets-'));

function file(text: string): string {
  const name = path.join(folder, `${crypto.randomUUID()}.json`);
  writeFileSync(name, text);
  return name;
}

test.each([
  ['vitalog.budgets.json', 'vitalog', 2],
  ['budget.json', 'lighthouse', 2],
  ['lighthouserc.json', 'lighthouse-ci', 1],
  ['sitespeed-budget.json', 'sitespeed', 2],
])('%s is read as %s', async (name, format, count) => {
  const { budgets, ...read } = await readBudgets(`test/fixtures/budgets/${name}`);
  expect(read.format).toBe(format);
  expect(budgets).toHaveLength(count);
});

test('a byte order mark is no problem', async () => {
  expect((await readBudgets(file('\uFEFF{ "version": 1, "budgets": [] }'))).budgets).toEqual([]);
});

test('a file that is not there is named, with the option', async () => {
  await expect(readBudgets('no/such.json')).rejects.toThrow(/no\/such\.json.*--budgets FILE/);
});

test('every problem is told with file, line, column and path', async () => {
  const name = file(
    '{ "version": 1,\n  "budgets": [{ "name": "A", "match": "*", "limits": [{ "metric": "LPC", "error": 1 }] }] }',
  );
  await expect(readBudgets(name)).rejects.toThrow(
    `The budgets in ${name} cannot be used:\n  ${name}: line 2, column 67, budgets[0].limits[0].metric: Vitalog knows no limit named "LPC"; correct it in the budget. Did you mean LCP?`,
  );
  const limits = Array.from({ length: 30 }, () => ({ metric: 'LCP' }));
  const many = file(JSON.stringify({ version: 1, budgets: [{ name: 'A', match: '*', limits }] }));
  await expect(readBudgets(many)).rejects.toThrow(/and 20 more$/);
});
