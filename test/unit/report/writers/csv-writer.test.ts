import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EXPORT_FORMATS } from '../../../../src/report/export-formats.ts';
import { sanitizeReport } from '../../../../src/report/sanitize.ts';
import { csvRow } from '../../../../src/report/writers/csv/csv-row.ts';
import { writeReport } from '../../../../src/report/writers/report-writer.ts';
import { shopReport, TEST_KEY } from '../../../fixtures/builders/reports.ts';

const SIGNS = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];
const FORMULAS = [
  '=1+1',
  '+cmd|calc',
  '-2+3',
  '@SUM(A1)',
  '=HYPERLINK("http://evil.example","x")',
  '=1","=2',
  "='a'",
  ' =1',
  '"=1',
];

function rows(format: 'csv-resources' | 'csv-metrics' | 'csv-violations'): Record<string, string>[] {
  const text = writeReport(EXPORT_FORMATS[format].writer(), sanitizeReport(shopReport(), { key: TEST_KEY }));
  return parse(text, { columns: true });
}

describe('a CSV row', () => {
  it('is read back by another parser, whatever the texts hold', () => {
    const cell = fc.string({ unit: 'grapheme' }).filter((text) => !SIGNS.some((sign) => text.includes(sign)));
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1 }), (cells) => {
        expect(parse(csvRow(cells), { relax_column_count: true })).toEqual([cells]);
      }),
    );
  });

  it.each([...FORMULAS, ...SIGNS.map((sign) => `${sign}1+1`)])('leaves no formula of %j', (formula) => {
    const [[cell = ''] = []] = parse(csvRow([formula])) as string[][];
    expect(cell).toBe(`'${formula}`);
  });

  it('writes finite numbers alone, and nothing for what is not known', () => {
    expect(csvRow([1.5, Number.NaN, Number.POSITIVE_INFINITY, null, true])).toBe('1.5,,,,yes\r\n');
  });
});

it('has a row for each request, metric and violation of the report', () => {
  const { pageLoads } = shopReport();
  const resources = pageLoads.flatMap((load) => load.resources);
  expect(rows('csv-resources').map((row) => Number(row.startTime))).toEqual(
    resources.map((request) => request.startTime),
  );
  const metrics = pageLoads.flatMap(({ views }) => views.flatMap((view) => view.metrics));
  expect(rows('csv-metrics').map(({ name }) => name)).toEqual(metrics.map(({ name }) => name));
  const broken = pageLoads.flatMap(({ budgetResults }) =>
    budgetResults.filter(({ level }) => /warn|error/.test(level)),
  );
  expect(rows('csv-violations').map(({ metric }) => metric)).toEqual(broken.map(({ metric }) => metric));
});

it('leaves the cell of an unknown size empty', () => {
  const unknown = rows('csv-resources').filter(({ transferSizeSource }) => transferSizeSource === 'unknown');
  expect(unknown.length).toBeGreaterThan(0);
  for (const { transferSize } of unknown) expect(transferSize).toBe('');
});
