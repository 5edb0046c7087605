import { expect, test } from 'vitest';
import type { InsightRule } from '../../../../src/analysis/insights/insight-rule.ts';
import { createInsightRunner, runInsights } from '../../../../src/analysis/insights/run-insights.ts';
import { finding, pageFacts, resourceRecord } from '../../../fixtures/builders/analysis.ts';
import { FIREFOX_ENTRY_TYPES, pageLoadRecord } from '../../../fixtures/builders/page-loads.ts';

function rule(overrides: Partial<InsightRule>): InsightRule {
  const run: InsightRule['run'] = () => ({ status: 'fail', findings: [finding()] });
  return { id: 'rule', title: 'A rule', why: 'Because.', requires: [], run, ...overrides };
}

test('a rule tells its result with its name and why it matters', () => {
  expect(runInsights([rule({})], pageFacts())).toEqual([
    { id: 'rule', title: 'A rule', why: 'Because.', status: 'fail', statusReason: null, findings: [finding()] },
  ]);
});

test('a rule that throws is one row, and the others go on', () => {
  const broken = rule({
    id: 'broken',
    run() {
      throw new TypeError('no such thing');
    },
  });
  const [first, second] = runInsights([broken, rule({})], pageFacts());
  expect(first).toMatchObject({ id: 'broken', status: 'error', findings: [] });
  expect(first?.statusReason).toContain('no such thing');
  expect(second?.status).toBe('fail');
});

test('a rule whose entries the browser does not report is not measured, and not run', () => {
  const needy = rule({
    requires: ['resource', 'longtask', 'layout-shift'],
    run() {
      throw new Error('must not run');
    },
  });
  const firefox = pageFacts({
    pageLoad: pageLoadRecord({
      browser: { name: 'Firefox', version: '153.0' },
      supportedEntryTypes: FIREFOX_ENTRY_TYPES,
    }),
  });
  expect(runInsights([needy], firefox)).toMatchObject([
    {
      status: 'not-measured',
      statusReason: 'Firefox does not measure this: it reports no longtask and layout-shift entries.',
    },
  ]);
});

test('a rule that lacks its input says why', () => {
  const silent = rule({ run: () => ({ status: 'not-measured', reason: 'There is nothing.' }) });
  expect(runInsights([silent], pageFacts())).toMatchObject([
    { status: 'not-measured', statusReason: 'There is nothing.', findings: [] },
  ]);
});

test('a rule that threw once looks at what it missed the next time', () => {
  let broken = true;
  const seen: (readonly string[])[] = [];
  const moody = rule({
    concerns({ resourceType }) {
      if (broken) throw new Error('not now');
      return resourceType === 'script';
    },
    run({ resources }) {
      seen.push(resources.map(({ url }) => url));
      return { status: 'pass', findings: [] };
    },
  });
  const [first, image, last] = [
    resourceRecord({ url: 'a.js' }),
    resourceRecord({ url: 'b.png', resourceType: 'image' }),
    resourceRecord({ url: 'c.js' }),
  ];
  const runner = createInsightRunner([moody]);
  expect(runner(pageFacts({ resources: [first] }))).toMatchObject([{ status: 'error' }]);
  broken = false;
  expect(runner(pageFacts({ resources: [first, image] }))).toMatchObject([{ status: 'pass' }]);
  expect(runner(pageFacts({ resources: [first, image, last] }))).toMatchObject([{ status: 'pass' }]);
  expect(seen).toEqual([['a.js'], ['a.js', 'c.js']]);
});
