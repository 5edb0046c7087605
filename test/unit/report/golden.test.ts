import { expect, it } from 'vitest';
import { analyzePage } from '../../../src/analysis/analyze-page.ts';
import { STARTER_BUDGET } from '../../../src/analysis/budgets/starter.ts';
import type { PageAnalysis } from '../../../src/model/analysis.ts';
import { reportToHtml } from '../../../src/report/html.ts';
import { reportToJson } from '../../../src/report/json.ts';
import { sanitizeReport } from '../../../src/report/sanitize.ts';
import { recordedShop } from '../../fixtures/builders/recorded-shop.ts';
import { sessionReport, TEST_KEY } from '../../fixtures/builders/reports.ts';

/*
 * The whole pipeline on one recorded session: a change of any figure, sentence or name shows up as a diff of the golden files.
 * When the change is meant, `npx vitest run test/unit/report/golden.test.ts -u` writes them anew; read the diff before you commit it.
 */
function goldenReport() {
  const analyses: PageAnalysis[] = [];
  const pageLoads = recordedShop().map((snapshot) => {
    const analysis = analyzePage(snapshot, { budgets: [STARTER_BUDGET], earlier: [...analyses] });
    analyses.push(analysis);
    return { snapshot, analysis };
  });
  return sessionReport({ pageLoads });
}

it.each(['default', 'strict'] as const)('gives the golden report at level %s', async (level) => {
  const json = reportToJson(sanitizeReport(goldenReport(), { level, key: TEST_KEY }));
  await expect(json).toMatchFileSnapshot(`../../fixtures/golden/session-${level}.json`);
});

it('gives the golden HTML report', async () => {
  const page = reportToHtml(sanitizeReport(goldenReport(), { key: TEST_KEY }));
  await expect(page).toMatchFileSnapshot('../../fixtures/golden/session-default.html');
});
