import { expect, it } from 'vitest';
import { buildReport } from '../../../src/report/build-report.ts';
import { metricRecord } from '../../fixtures/builders/analysis.ts';
import { pageSnapshot, viewRecord } from '../../fixtures/builders/page-loads.ts';
import { reportPageLoadInput, sessionReport } from '../../fixtures/builders/reports.ts';
import { navigationEntry, resourceEntry } from '../../fixtures/builders/resource-entries.ts';

it('names the format, its version and who made it', () => {
  const report = sessionReport({ version: '1.2.3', browser: { name: 'Firefox', version: '153' } });
  expect(report).toMatchObject({ format: 'vitalog-session', version: 1 });
  expect(report.generator).toEqual({ name: 'Vitalog', version: '1.2.3', browser: { name: 'Firefox', version: '153' } });
});

it('calls itself raw until it is sanitized', () => {
  expect(sessionReport().redaction).toEqual({ level: 'raw' });
});

it('keeps the entries as collected and in order', () => {
  const entries = [navigationEntry(), resourceEntry({ startTime: 50 }), resourceEntry({ startTime: 20 })];
  const report = sessionReport({ pageLoads: [reportPageLoadInput({ entries })] });
  expect(report.pageLoads[0]?.entries).toEqual(entries);
  expect(report.pageLoads[0]?.ledger).toMatchObject({ made: 3, stored: 3 });
});

it('leaves out of a metric whether it may still change, and nothing else', () => {
  const metric = metricRecord({ value: 900 });
  const analysis = { views: [{ ...viewRecord(), metrics: [metric] }] };
  const [load] = sessionReport({ pageLoads: [reportPageLoadInput({ analysis })] }).pageLoads;
  const { final: _, ...rest } = metric;
  expect(load?.views[0]?.metrics).toEqual([rest]);
});

it('keeps the document of a frame with the page it is in, entries and ledger and all', () => {
  const frame = pageSnapshot([resourceEntry()], { pageLoadId: 'frame', frameId: 7, url: 'https://ads.example/a' });
  const [load] = sessionReport({ pageLoads: [reportPageLoadInput({ frames: [frame] })] }).pageLoads;
  expect(load?.frames).toMatchObject([{ pageLoadId: 'frame', url: 'https://ads.example/a', ledger: { stored: 1 } }]);
  expect(load?.frames[0]?.entries).toEqual(frame.entries);
});

it('writes a session without page loads', () => {
  const report = buildReport({
    createdAt: '2026-01-15T10:05:00.000Z',
    version: '0.1.0',
    browser: { name: 'Chromium', version: '156' },
    session: { sessionId: 's', startedAt: 5 },
    pageLoads: [],
  });
  expect(report).toMatchObject({ session: { sessionId: 's', startedAt: 5 }, pageLoads: [] });
});
