import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { INSIGHT_RULES } from '../../../../src/analysis/insights/registry.ts';
import { insightPages } from '../../../pages/insight-pages.ts';

test.each(INSIGHT_RULES)('$id has a page where it fails and one where it passes', async ({ id }) => {
  const { fails, passes } = await insightPages(id);
  const site = { origin: 'http://fixture.localhost', at: (host: string) => `http://${host}--fixture.localhost` };
  for (const page of [fails, passes]) expect(page.serve(site)['/']?.type).toMatch(/^text\/html/);
  expect(Object.keys(fails.culprit)).not.toEqual([]);
});

test('there are no pages of an insight that is not registered', () => {
  const files = readdirSync('test/pages/insights').toSorted();
  expect(files).toEqual(INSIGHT_RULES.map(({ id }) => `${id}.ts`).toSorted());
});
