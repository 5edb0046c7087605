import fc from 'fast-check';
import { expect, test } from 'vitest';
import { INSIGHT_RULES } from '../../../../src/analysis/insights/registry.ts';
import { createInsightRunner, runInsights } from '../../../../src/analysis/insights/run-insights.ts';
import { pageFacts } from '../../../fixtures/builders/analysis.ts';
import { anyResource, growingLists } from '../../../fixtures/builders/any-resources.ts';

const selective = INSIGHT_RULES.filter(({ concerns }) => concerns !== undefined);

test.each(selective)('$id says the same of all requests and of those that concern it', (rule) => {
  fc.assert(
    fc.property(fc.array(anyResource, { maxLength: 12 }), (resources) => {
      const page = pageFacts({ resources });
      const concerned = resources.filter((resource) => rule.concerns?.(resource));
      expect(rule.run({ ...page, resources: concerned })).toEqual(rule.run(page));
    }),
  );
});

test('run again and again over a page that grows, the rules say what they say of the whole', () => {
  fc.assert(
    fc.property(growingLists, (lists) => {
      const runner = createInsightRunner(INSIGHT_RULES);
      for (const resources of lists) {
        const page = pageFacts({ resources });
        expect(runner(page)).toEqual(runInsights(INSIGHT_RULES, page));
      }
    }),
    { numRuns: 30 },
  );
});
