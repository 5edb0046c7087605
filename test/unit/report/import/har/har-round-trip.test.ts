import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyzeSession } from '../../../../../src/analysis/analyze-session.ts';
import type { RedactionLevel, ReportPageLoad, SessionReport } from '../../../../../src/model/report.ts';
import type { ResourceRecord } from '../../../../../src/model/resources.ts';
import { sanitizeReport } from '../../../../../src/report/sanitize.ts';
import { harWriter } from '../../../../../src/report/writers/har-writer.ts';
import { writeReport } from '../../../../../src/report/writers/report-writer.ts';
import { resourceRecord } from '../../../../fixtures/builders/analysis.ts';
import { anyResource } from '../../../../fixtures/builders/any-resources.ts';
import { importHar } from '../../../../fixtures/builders/imported-har.ts';
import { recordedShop } from '../../../../fixtures/builders/recorded-shop.ts';
import { reportPageLoadInput, sessionReport, shopReport, TEST_KEY } from '../../../../fixtures/builders/reports.ts';

function harText(report: SessionReport, level: RedactionLevel = 'raw'): string {
  return writeReport(harWriter(), sanitizeReport(report, { level, key: TEST_KEY }));
}

/** What a HAR keeps of a request to the last digit, in an order that does not hang on it. */
function keptOf({ resources }: ReportPageLoad) {
  return resources.map(kept).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}

function kept(resource: ResourceRecord) {
  const { url, status, resourceType, initiatorType, protocol, mimeType, party, entity, phases } = resource;
  const { renderBlockingStatus, delivery, contentEncoding, frame, opaque, priority, failure, initiator } = resource;
  return {
    ...{ url, status, resourceType, initiatorType, protocol, mimeType, party, entity, phases },
    ...{ renderBlockingStatus, delivery, contentEncoding, frame, opaque, priority, failure, initiator },
    transferSize: resource.transferSize.value,
    encodedBodySize: resource.encodedBodySize.value,
    decodedBodySize: resource.decodedBodySize.value,
  };
}

function metricsOf({ views }: ReportPageLoad) {
  return Object.fromEntries((views[0]?.metrics ?? []).map(({ name, value, rating }) => [name, { value, rating }]));
}

const REPORTS = {
  'a session with every fault': shopReport(),
  'a recorded session': sessionReport({ pageLoads: analyzeSession(recordedShop(), 0) }),
};

describe.each(Object.entries(REPORTS))('%s, exported as HAR', (_, report) => {
  it.each(['raw', 'default', 'strict'] as const)('is opened with the same requests at level %s', (level) => {
    const sanitized = sanitizeReport(report, { level, key: TEST_KEY });
    const again = importHar(harText(report, level));
    expect(again.level).toBe(level);
    expect(again.report.pageLoads.map(({ url }) => url)).toEqual(sanitized.pageLoads.map(({ url }) => url));
    for (const [index, load] of sanitized.pageLoads.entries()) {
      const opened = again.report.pageLoads[index] ?? load;
      expect(keptOf(opened)).toEqual(keptOf(load));
      for (const resource of opened.resources) expect(resource.seenBy).toBe('har');
      const times = ({ resources }: ReportPageLoad) =>
        resources.map(({ startTime }) => startTime).sort((a, b) => a - b);
      for (const [n, start] of times(opened).entries()) expect(Math.abs(start - (times(load)[n] ?? 0))).toBeLessThan(2);
    }
  });

  it('is opened with the vitals that were measured, and no data for the others', () => {
    const again = importHar(harText(report));
    for (const [index, load] of report.pageLoads.entries()) {
      const opened = again.report.pageLoads[index] ?? load;
      const before = metricsOf(load);
      for (const [name, { value, rating }] of Object.entries(metricsOf(opened))) {
        const isHeld = !['FID', 'TTI'].includes(name);
        expect({ name, value }).toEqual({ name, value: isHeld ? (before[name]?.value ?? null) : null });
        if (value !== null) expect(rating).not.toBeNull();
      }
      const states = opened.views.flatMap(({ metrics }) => metrics).filter(({ value }) => value === null);
      expect(new Set(states.map(({ state }) => state))).toEqual(new Set(['no-data']));
    }
  });

  it('is opened with its load events, its user timing and its LCP resource', () => {
    const opened = importHar(harText(report)).report;
    for (const [index, load] of report.pageLoads.entries()) {
      const navigation = load.entries.find((entry) => entry.entryType === 'navigation');
      expect(opened.pageLoads[index]?.har?.loadEvents).toEqual({
        domContentLoaded: navigation?.domContentLoadedEventEnd || null,
        load: navigation?.loadEventEnd || null,
      });
      const timings = (one: ReportPageLoad | undefined) =>
        one?.entries.filter(({ entryType }) => entryType === 'mark' || entryType === 'measure').map(({ name }) => name);
      expect(timings(opened.pageLoads[index])).toEqual(timings(load));
      const lcp = (one: ReportPageLoad | undefined) =>
        one?.views[0]?.metrics.find(({ name }) => name === 'LCP')?.attribution.url;
      expect(lcp(opened.pageLoads[index])).toBe(lcp(load));
    }
  });

  it('goes from HAR to HAR without a change in what HAR holds', () => {
    const first = JSON.parse(harText(report)).log.entries;
    const second = JSON.parse(harText(importHar(harText(report)).report)).log.entries;
    const known = ({ request, response, time, timings, _isLCP, _renderBlocking }: Record<string, unknown>) =>
      JSON.stringify({ request, response, time, timings, _isLCP, _renderBlocking });
    expect(second.map(known).sort()).toEqual(first.map(known).sort());
  });
});

it('gives back any requests with their sizes, status and phases', () => {
  fc.assert(
    fc.property(fc.array(anyResource, { maxLength: 12 }), (resources) => {
      const pageLoads = [reportPageLoadInput({ analysis: { resources } })];
      const report = sessionReport({ pageLoads });
      const [load] = report.pageLoads;
      const [opened] = importHar(harText(report)).report.pageLoads;
      if (load === undefined || opened === undefined) throw new Error('There is no page load.');
      expect(keptOf(opened)).toEqual(keptOf(load));
    }),
  );
});

it('does not take a method that nobody knew for GET', () => {
  const resources = ['fetch', 'img'].map((initiatorType) => resourceRecord({ initiatorType, method: null }));
  const report = sessionReport({ pageLoads: [reportPageLoadInput({ analysis: { resources } })] });
  const methods = importHar(harText(report)).report.pageLoads[0]?.resources.map(({ method }) => method);
  expect(methods).toEqual([null, 'GET']);
});
