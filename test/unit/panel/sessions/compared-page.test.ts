import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import { createAnalysisMemo } from '../../../../src/analysis/analysis-memo.ts';
import { STARTER_BUDGET } from '../../../../src/analysis/budgets/starter.ts';
import { comparePageLoads } from '../../../../src/analysis/compare/compare-page-loads.ts';
import { createImportedSource } from '../../../../src/panel/import/imported-source.ts';
import type { SessionSource } from '../../../../src/panel/session-source.ts';
import { readComparedLoad } from '../../../../src/panel/sessions/compare/compared-page.ts';
import { createPanelMemory } from '../../../../src/panel/state/panel-memory.ts';
import { pageLoadRecord } from '../../../fixtures/builders/page-loads.ts';
import { shopReport } from '../../../fixtures/builders/reports.ts';
import { navigationEntry, resourceEntry } from '../../../fixtures/builders/resource-entries.ts';
import { createGrowingSource } from '../growing-source.ts';

const terms = signal({ budgets: [STARTER_BUDGET], samples: [] });
const panelOf = (source: SessionSource) => ({ source, memory: createPanelMemory(source), terms });

test('reads both from the store with their frames, and what ended only once', async () => {
  const source = createGrowingSource();
  source.store(pageLoadRecord({ pageLoadId: 'a' }), [navigationEntry()]);
  source.store(pageLoadRecord({ pageLoadId: 'b', sessionId: 'other' }), [navigationEntry()]);
  const { ledger } = pageLoadRecord();
  const frame = pageLoadRecord({
    ...{ pageLoadId: 'f', topPageLoadId: 'b', frameId: 3, sessionId: 'other' },
    ledger: { ...ledger, made: 1, stored: 1 },
  });
  source.store(frame, [resourceEntry({ name: 'https://shop.example/in-frame.js' })]);
  const [panel, memo] = [panelOf(source), createAnalysisMemo(4)];
  const read = async () =>
    [await readComparedLoad(panel, memo, 'a'), await readComparedLoad(panel, memo, 'b')] as const;
  const [a, b] = await read();
  expect(comparePageLoads(a, b).resources.map(({ kind, key }) => [kind, key])).toContainEqual([
    'added',
    'https://shop.example/in-frame.js',
  ]);
  const again = await read();
  expect(again[0].analysis).toBe(a.analysis);
  expect(again[1].analysis).toBe(b.analysis);
});

test('reads page loads of a file as they were judged', async () => {
  const report = shopReport();
  const [load] = report.pageLoads;
  const { analysis, url } = await readComparedLoad(
    panelOf(createImportedSource(report)),
    createAnalysisMemo(4),
    load?.pageLoadId ?? '',
  );
  expect(analysis.insights).toEqual(load?.insights);
  expect(url).toBe(load?.url);
});

test('says when one of them is no longer there', async () => {
  await expect(readComparedLoad(panelOf(createGrowingSource()), createAnalysisMemo(4), 'gone')).rejects.toThrow(
    /no longer stored\. Choose others/,
  );
});
