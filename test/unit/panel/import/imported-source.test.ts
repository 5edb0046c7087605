import { describe, expect, it } from 'vitest';
import { STARTER_BUDGET } from '../../../../src/analysis/budgets/starter.ts';
import type { SessionReport } from '../../../../src/model/report.ts';
import { openRawReport } from '../../../../src/panel/export/raw-report.ts';
import { createImportedSource } from '../../../../src/panel/import/imported-source.ts';
import { createPanelMemory } from '../../../../src/panel/state/panel-memory.ts';
import { EXPORT_FORMAT_IDS, type ExportFormatId } from '../../../../src/report/export-formats.ts';
import { exportSession } from '../../../../src/report/export-session.ts';
import { parseJsonText } from '../../../../src/report/import/json-text.ts';
import { checkReport } from '../../../../src/report/import/parse-report.ts';
import { shopReport, TEST_KEY } from '../../../fixtures/builders/reports.ts';

const LEVELS = ['default', 'strict', 'raw'] as const;

async function written(
  report: SessionReport,
  format: ExportFormatId,
  level: (typeof LEVELS)[number],
  key = TEST_KEY,
): Promise<string> {
  const source = createImportedSource(report);
  const raw = await openRawReport({
    source,
    memory: createPanelMemory(source),
    terms: { budgets: [STARTER_BUDGET], samples: [] },
    scope: { kind: 'sessions', sessionIds: [report.session.sessionId] },
    version: '9.9.9',
    now: 0,
  });
  const parts: string[] = [];
  await exportSession(format, raw.head, raw.pageLoads(), { write: (part) => void parts.push(part) }, { level, key });
  return parts.join('');
}

describe('a session from a file', () => {
  it.each(LEVELS)('is written at level %s as it was read, in every format', async (level) => {
    const first = await written(shopReport(), 'json', level);
    const again = checkReport(parseJsonText(first));
    const otherKey = new Uint8Array(32).fill(9);
    expect(await written(again, 'json', level, otherKey)).toBe(first);
    for (const format of EXPORT_FORMAT_IDS)
      expect(await written(again, format, level, otherKey), format).toBe(await written(shopReport(), format, level));
  });

  it('stays redacted whatever is asked for', async () => {
    const strict = await written(shopReport(), 'json', 'strict');
    expect(await written(checkReport(parseJsonText(strict)), 'json', 'raw')).toBe(strict);
  });

  it('is judged by the budgets of who looks at it, and keeps what was found', () => {
    const report = shopReport();
    const [load] = report.pageLoads;
    const budgets = [{ name: 'Mine', match: '*', limits: [{ metric: 'LCP', error: 1 }] }];
    const analysis = createImportedSource(report).analysisOf?.(load?.pageLoadId ?? '', { budgets, earlier: [] });
    expect(analysis?.insights).toEqual(load?.insights);
    expect(analysis?.budgetResults.map(({ budget, level }) => [budget, level])).toEqual([['Mine', 'error']]);
  });
});
