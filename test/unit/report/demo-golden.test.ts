import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { analyzeSession } from '../../../src/analysis/analyze-session.ts';
import { HOST_NAMES } from '../../../src/analysis/resources/host-data.ts';
import type { PageSnapshot } from '../../../src/model/snapshot.ts';
import { EXPORT_FORMAT_IDS, EXPORT_FORMATS } from '../../../src/report/export-formats.ts';
import { sanitizeReport } from '../../../src/report/sanitize.ts';
import { writeReport } from '../../../src/report/writers/report-writer.ts';
import { sessionReport, TEST_KEY } from '../../fixtures/builders/reports.ts';

const RECORDED = path.resolve(import.meta.dirname, '../../fixtures/recorded/demo-session.json');

/** A recorded visit of the demo shop as every export has it; see test/fixtures/golden/README.md. */
describe('the report of the demo session', () => {
  const snapshots: readonly PageSnapshot[] = JSON.parse(readFileSync(RECORDED, 'utf8'));
  const now = Math.max(...snapshots.map(({ pageLoad }) => pageLoad.updatedAt));
  const report = sanitizeReport(sessionReport({ pageLoads: analyzeSession(snapshots, now, { hosts: HOST_NAMES }) }), {
    key: TEST_KEY,
  });

  it('is of the three pages of a visit', () => {
    expect(report.pageLoads.map(({ url }) => new URL(url).pathname)).toEqual(['/', '/product/copper-kettle', '/cart']);
    for (const { ledger } of report.pageLoads) expect(ledger.stored).toBeGreaterThan(20);
  });

  it.each(EXPORT_FORMAT_IDS)('is the golden one as %s', async (format) => {
    const { writer, extension } = EXPORT_FORMATS[format];
    await expect(writeReport(writer(), report)).toMatchFileSnapshot(`../../fixtures/golden/demo/session.${extension}`);
  });
});
