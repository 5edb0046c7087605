import { expect, it } from 'vitest';
import { sanitizeReport } from '../../../../src/report/sanitize.ts';
import { writeReport } from '../../../../src/report/writers/report-writer.ts';
import type { TraceEvent } from '../../../../src/report/writers/trace/trace-event.ts';
import { traceWriter } from '../../../../src/report/writers/trace-writer.ts';
import { longTaskRecord } from '../../../fixtures/builders/analysis.ts';
import { reportPageLoadInput, sessionReport, shopReport, TEST_KEY } from '../../../fixtures/builders/reports.ts';
import { scriptTiming } from '../../../fixtures/builders/timeline-entries.ts';

function events(report = shopReport()): readonly TraceEvent[] {
  return JSON.parse(writeReport(traceWriter(), sanitizeReport(report, { key: TEST_KEY }))).traceEvents;
}

it('has each request as the instants of Chrome and as a stretch', () => {
  const requests = shopReport().pageLoads.flatMap(({ resources }) => resources).length;
  const named = (name: string) => events().filter((event) => event.name === name).length;
  expect(named('ResourceSendRequest')).toBe(requests);
  expect(named('ResourceFinish')).toBe(requests);
  expect(events().filter(({ cat, ph }) => cat === 'vitalog.network' && ph === 'b')).toHaveLength(requests);
});

it('ends every stretch that it begins, at the same id, and not before', () => {
  const open = new Map<string, number>();
  for (const { ph, cat, id, ts } of events()) {
    const key = `${cat} ${id}`;
    if (ph === 'b') open.set(key, ts);
    if (ph !== 'e') continue;
    expect(ts).toBeGreaterThanOrEqual(open.get(key) ?? Number.POSITIVE_INFINITY);
    open.delete(key);
  }
  expect([...open]).toEqual([]);
});

it('nests what runs on the main thread, though the browser rounds times', () => {
  const script = scriptTiming({ startTime: 95, duration: 80 });
  const longTasks = [
    longTaskRecord({ startTime: 100, duration: 60, scripts: [script, scriptTiming({ startTime: 120, duration: 90 })] }),
    longTaskRecord({ startTime: 158, duration: 70, scripts: [] }),
  ];
  const report = sessionReport({ pageLoads: [reportPageLoadInput({ analysis: { longTasks } })] });
  const stack: number[] = [];
  for (const { ts, dur = 0 } of events(report).filter(({ ph }) => ph === 'X')) {
    while (stack.length > 0 && (stack.at(-1) ?? 0) <= ts) stack.pop();
    expect(ts + dur).toBeLessThanOrEqual(stack.at(-1) ?? Number.POSITIVE_INFINITY);
    stack.push(ts + dur);
  }
});

it('lays later page loads behind the first on one clock', () => {
  const pageLoads = [0, 5000].map((later, place) =>
    reportPageLoadInput({ pageLoad: { pageLoadId: `load-${place}`, timeOrigin: 1_768_471_200_000 + later } }),
  );
  const starts = events(sessionReport({ pageLoads })).filter(({ name }) => name === 'navigationStart');
  expect((starts[1]?.ts ?? 0) - (starts[0]?.ts ?? 0)).toBe(5_000_000);
});
