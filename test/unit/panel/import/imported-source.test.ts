import { describe, expect, it } from 'vitest';
import { STARTER_BUDGET } from '../../../../src/analysis/budgets/starter.ts';
import type { SessionReport } from '../../../../src/model/report.ts';
import { openRawReport } from '../../../../src/panel/export/raw-report.ts';
import { createHarSource } from '../../../../src/panel/import/har-source.ts';
import { createImportedSource } from '../../../../src/panel/import/imported-source.ts';
import type { SessionSource } from '../../../../src/panel/session-source.ts';
import { createPanelMemory } from '../../../../src/panel/state/panel-memory.ts';
import { EXPORT_FORMAT_IDS, type ExportFormatId } from '../../../../src/report/export-formats.ts';
import { exportSession } from '../../../../src/report/export-session.ts';
import { parseImportedFile } from '../../../../src/report/import/imported-file.ts';
import { parseJsonText } from '../../../../src/report/import/json-text.ts';
import { checkReport } from '../../../../src/report/import/parse-report.ts';
import { realHar } from '../../../fixtures/builders/har-files.ts';
import { shopReport, TEST_KEY } from '../../../fixtures/builders/reports.ts';

const LEVELS = ['default', 'strict', 'raw'] as const;

function written(
  report: SessionReport,
  format: ExportFormatId,
  level: (typeof LEVELS)[number],
  key = TEST_KEY,
): Promise<string> {
  return exported(createImportedSource(report), report.session.sessionId, format, level, key);
}

async function exported(
  source: SessionSource,
  sessionId: string,
  format: ExportFormatId,
  level: (typeof LEVELS)[number],
  key = TEST_KEY,
): Promise<string> {
  const raw = await openRawReport({
    source,
    memory: createPanelMemory(source),
    terms: { budgets: [STARTER_BUDGET], samples: [] },
    scope: { kind: 'sessions', sessionIds: [sessionId] },
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

describe('a HAR file', () => {
  function sourceOf(text: string): SessionSource {
    const file = parseImportedFile(text);
    if (file.kind !== 'har') throw new Error('It was taken for a session.');
    return createHarSource(file.session);
  }

  it.each(LEVELS)('is written in every format at level %s, and its JSON opens again as it was', async (level) => {
    const source = sourceOf(realHar('chromium'));
    for (const format of EXPORT_FORMAT_IDS) {
      const text = await exported(source, 'har', format, level);
      expect(text, format).not.toContain('canary');
      if (level === 'raw' && format !== 'csv-violations') expect(text, format).toContain('/first');
    }
    const first = await exported(source, 'har', 'json', level);
    const again = checkReport(parseJsonText(first));
    expect(again.pageLoads.map(({ har }) => har?.creator.name)).toEqual(['WebInspector', 'WebInspector']);
    expect(await written(again, 'json', level, new Uint8Array(32).fill(9))).toBe(first);
  });

  it('says in reports where it came from, and nothing of a collector that was not there', async () => {
    const html = await exported(sourceOf(realHar('firefox')), 'har', 'html', 'default');
    expect(html).toContain('Read from a HAR file that Firefox');
    expect(html).not.toMatch(/does not measure this|Cost to the page|Timing-Allow-Origin/);
    expect(html).toContain('The HAR file does not tell LCP.');
  });

  it('keeps what was hidden when it was written', async () => {
    const strict = await written(shopReport(), 'har', 'strict');
    const report = JSON.parse(await exported(sourceOf(strict), 'har', 'json', 'raw')) as SessionReport;
    expect(report.redaction.level).toBe('strict');
  });
});
