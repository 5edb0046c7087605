import { describe, expect, it } from 'vitest';
import { type AnalysisInput, createAnalysisMemo } from '../../../src/analysis/analysis-memo.ts';
import { analyzePage } from '../../../src/analysis/analyze-page.ts';
import { analyzeSession } from '../../../src/analysis/analyze-session.ts';
import { STARTER_BUDGET } from '../../../src/analysis/budgets/starter.ts';
import { pageSnapshot, TIME_ORIGIN } from '../../fixtures/builders/page-loads.ts';
import { resourceEntry } from '../../fixtures/builders/resource-entries.ts';

const context = { budgets: [STARTER_BUDGET], earlier: [] };

function inputOf(id: string, overrides: Partial<AnalysisInput['pageLoad']> = {}) {
  const snapshot = pageSnapshot([resourceEntry()], { pageLoadId: id, ...overrides });
  const input: AnalysisInput = { pageLoad: snapshot.pageLoad, revision: snapshot.pageLoad.revision, context };
  return { input, remembered: { analysis: analyzePage(snapshot, context), entries: 1 } };
}

describe('the memory of analyses', () => {
  it('gives back what was analysed of the same revision, in the same context', () => {
    const memo = createAnalysisMemo(2);
    const { input, remembered } = inputOf('a');
    expect(memo.recall(input)).toBeNull();
    memo.remember(input, remembered);
    expect(memo.recall({ ...input, context: { budgets: [{ ...STARTER_BUDGET }], earlier: [] } })).toBe(remembered);
    expect(memo.recall({ ...input, revision: 2 })).toBeNull();
    expect(memo.recall({ ...input, context: { ...context, budgets: [] } })).toBeNull();
    expect(memo.recall({ ...input, context: { ...context, earlier: [remembered.analysis] } })).toBeNull();
  });

  it('does not remember a page load that is open', () => {
    const memo = createAnalysisMemo(2);
    const { input, remembered } = inputOf('a', { state: 'open' });
    memo.remember(input, remembered);
    expect(memo.recall(input)).toBeNull();
  });

  it('lets go of what was not asked for the longest', () => {
    const memo = createAnalysisMemo(2);
    const [a, b, c] = ['a', 'b', 'c'].map((id) => inputOf(id));
    for (const one of [a, b]) if (one) memo.remember(one.input, one.remembered);
    if (a) memo.recall(a.input);
    if (c) memo.remember(c.input, c.remembered);
    expect([a, b, c].map((one) => one && memo.recall(one.input) !== null)).toEqual([true, false, true]);
  });

  it('spares a second export the analyses of the first', () => {
    const memo = createAnalysisMemo(5);
    const loads = [1, 2, 3].map((n) =>
      pageSnapshot([resourceEntry()], {
        pageLoadId: `p${n}`,
        timeOrigin: TIME_ORIGIN + n,
        state: n < 3 ? 'ended' : 'open',
      }),
    );
    const first = analyzeSession(loads, TIME_ORIGIN, {}, memo);
    const second = analyzeSession(loads, TIME_ORIGIN, {}, memo);
    expect(second).toEqual(first);
    expect(second.map(({ analysis }, i) => analysis === first[i]?.analysis)).toEqual([true, true, false]);
    expect(second).toEqual(analyzeSession(loads, TIME_ORIGIN));
  });
});
