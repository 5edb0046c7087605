import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { INSIGHT_RULES } from '../../../../src/analysis/insights/registry.ts';
import { OBSERVED_ENTRY_TYPES } from '../../../../src/model/entries.ts';

const NOT_RULES = ['insight-rule.ts', 'registry.ts', 'run-insights.ts'];

test('every rule file is registered under its own name', () => {
  const folder = new URL('../../../../src/analysis/insights/', import.meta.url);
  const files = readdirSync(folder).filter((file) => !NOT_RULES.includes(file));
  expect(INSIGHT_RULES.map(({ id }) => `${id}.ts`).toSorted()).toEqual(files.toSorted());
});

test('every rule has a test of its own', () => {
  const tests = readdirSync(new URL('.', import.meta.url));
  for (const { id } of INSIGHT_RULES) expect(tests).toContain(`${id}.test.ts`);
});

test.each(INSIGHT_RULES)('$id keeps the conventions', ({ title, why, requires }) => {
  expect(title).toMatch(/^[A-Z]/);
  expect(why).toMatch(/^[A-Z].*\.$/);
  for (const type of requires) expect(OBSERVED_ENTRY_TYPES).toContain(type);
});
