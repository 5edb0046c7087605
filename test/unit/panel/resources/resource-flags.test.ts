import { expect, test } from 'vitest';
import { INSIGHT_RULES } from '../../../../src/analysis/insights/registry.ts';
import type { Insight } from '../../../../src/model/insights.ts';
import { UNKNOWN_SIZE } from '../../../../src/model/size.ts';
import { findingsByResource } from '../../../../src/panel/resources/resource-findings.ts';
import { FLAG_OF_RULE, flagResources } from '../../../../src/panel/resources/resource-flags.ts';
import { insight, resourceRecord } from '../../../fixtures/builders/analysis.ts';

const url = 'https://shop.example/app.js';
const early = resourceRecord({ url, startTime: 10 });
const late = resourceRecord({ url, startTime: 500 });
const flagNames = (insights: readonly Insight[], resource = late) =>
  flagResources(findingsByResource(insights))(resource).map(({ name }) => name);

test('a finding is about the request of its URL that began when it says', () => {
  const slow = insight({
    id: 'slow-resources',
    findings: [{ message: 'It took long.', severity: 'high', url, startTime: 500, duration: 3000 }],
  });
  expect(flagNames([slow])).toEqual(['slow']);
  expect(flagNames([slow], early)).toEqual([]);
});

test('a finding without the times of a request is about all of its URL', () => {
  const findingsOf = findingsByResource([
    insight({ id: 'script-errors', findings: [{ message: 'It threw.', severity: 'high', url, startTime: 7 }] }),
  ]);
  expect(findingsOf(early)).toHaveLength(1);
  expect(findingsOf(late)).toHaveLength(1);
});

test('the worst flag comes first, and what is known of the request itself is told too', () => {
  const large = insight({
    id: 'large-resources',
    findings: [{ message: 'It is large.', severity: 'high', url }],
  });
  const resource = resourceRecord({ url, delivery: 'cache', renderBlockingStatus: 'blocking' });
  expect(flagNames([large], resource)).toEqual(['large', 'render-blocking', 'cached']);
  expect(flagNames([], resourceRecord({ status: 404, transferSize: UNKNOWN_SIZE }))).toEqual([
    'failed',
    'size unknown',
  ]);
  expect(flagNames([], resourceRecord({ status: null, failure: { aborted: true, text: null } }))).toContain('failed');
});

test('every rule that gives a flag is there', () => {
  const ids = INSIGHT_RULES.map(({ id }) => id);
  expect(ids).toEqual(expect.arrayContaining(Object.keys(FLAG_OF_RULE)));
});
