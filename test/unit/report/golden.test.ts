import { expect, it } from 'vitest';
import { analyzeSession } from '../../../src/analysis/analyze-session.ts';
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
  const snapshots = recordedShop();
  return sessionReport({
    pageLoads: analyzeSession(snapshots, Math.max(...snapshots.map(({ pageLoad }) => pageLoad.updatedAt))),
  });
}

it.each(['default', 'strict'] as const)('gives the golden report at level %s', async (level) => {
  const json = reportToJson(sanitizeReport(goldenReport(), { level, key: TEST_KEY }));
  await expect(json).toMatchFileSnapshot(`../../fixtures/golden/session-${level}.json`);
});

it('gives the golden HTML report', async () => {
  const page = reportToHtml(sanitizeReport(goldenReport(), { key: TEST_KEY }));
  await expect(page).toMatchFileSnapshot('../../fixtures/golden/session-default.html');
});
