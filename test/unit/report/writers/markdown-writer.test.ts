import { expect, it } from 'vitest';
import { sanitizeReport } from '../../../../src/report/sanitize.ts';
import { code, text } from '../../../../src/report/writers/markdown/escape.ts';
import { markdownWriter } from '../../../../src/report/writers/markdown-writer.ts';
import { writeReport } from '../../../../src/report/writers/report-writer.ts';
import { budgetResult } from '../../../fixtures/builders/analysis.ts';
import { reportPageLoadInput, sessionReport, shopReport, TEST_KEY } from '../../../fixtures/builders/reports.ts';

function markdown(report = shopReport()): string {
  return writeReport(markdownWriter(), sanitizeReport(report, { key: TEST_KEY }));
}

it('says verdict, vitals, what is not kept and what to fix first', () => {
  const summary = markdown();
  const [load] = shopReport().pageLoads;
  for (const { name } of load?.views[0]?.metrics ?? []) expect(summary).toContain(`| ${name} |`);
  expect(summary).toContain('**Limits not kept**');
  expect(summary).toContain('**Fix first**');
});

it('names the limits that were not measured, and why', () => {
  const reason = 'Firefox does not measure this: it reports no layout-shift entries.';
  const unmeasured = budgetResult({ metric: 'CLS', level: 'not-measured', actual: null, reason });
  const pageLoads = [reportPageLoadInput({ analysis: { budgetResults: [unmeasured] } })];
  expect(markdown(sessionReport({ pageLoads }))).toContain(
    `<summary>Limits not measured</summary>\n\n- CLS: ${reason}\n`,
  );
});

it('gives no markup a meaning', () => {
  expect(text('<img src=x> [a](b) **c** | d')).toBe('\\<img src=x\\> \\[a\\](b) \\*\\*c\\*\\* \\| d');
  expect(code('a`b``c|d\ne')).toBe('``` a`b``c\\|d e ```');
});

it('keeps a table row on one line', () => {
  for (const line of markdown()
    .split('\n')
    .filter((row) => row.startsWith('|')))
    expect(line.endsWith('|')).toBe(true);
});

it('says so when nothing was recorded, and how many page loads it leaves out', () => {
  expect(markdown(sessionReport({ pageLoads: [] }))).toContain('No page load was recorded.');
  const pageLoads = Array.from({ length: 23 }, (_, n) =>
    reportPageLoadInput({ pageLoad: { pageLoadId: `load-${n}` } }),
  );
  expect(markdown(sessionReport({ pageLoads }))).toContain('3 more page loads are left out here');
});
