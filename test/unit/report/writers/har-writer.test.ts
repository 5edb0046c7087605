import { Ajv } from 'ajv';
import draft06 from 'ajv/dist/refs/json-schema-draft-06.json' with { type: 'json' };
import addFormats from 'ajv-formats';
import harSchemas from 'har-schema';
import { expect, it } from 'vitest';
import { UNKNOWN_SIZE } from '../../../../src/model/size.ts';
import { sanitizeReport } from '../../../../src/report/sanitize.ts';
import { harWriter } from '../../../../src/report/writers/har-writer.ts';
import { writeReport } from '../../../../src/report/writers/report-writer.ts';
import { metricRecord, resourcePhases, resourceRecord } from '../../../fixtures/builders/analysis.ts';
import { FIREFOX_ENTRY_TYPES, viewRecord } from '../../../fixtures/builders/page-loads.ts';
import { reportPageLoadInput, sessionReport, shopReport, TEST_KEY } from '../../../fixtures/builders/reports.ts';

interface Har {
  readonly log: {
    readonly pages: readonly {
      readonly pageTimings: object;
      readonly _googleWebVitals: Readonly<Record<string, number>>;
    }[];
    readonly entries: readonly {
      readonly startedDateTime: string;
      readonly time: number;
      readonly timings: Readonly<Record<string, number>>;
      readonly response: { readonly bodySize: number; readonly content: { readonly size: number } };
    }[];
  };
}

function har(report = shopReport()): Har {
  return JSON.parse(writeReport(harWriter(), sanitizeReport(report, { key: TEST_KEY })));
}

function harOf(resource: Parameters<typeof resourceRecord>[0]): Har['log']['entries'][number] {
  const pageLoads = [reportPageLoadInput({ analysis: { resources: [resourceRecord(resource)] } })];
  const [entry] = har(sessionReport({ pageLoads })).log.entries;
  if (entry === undefined) throw new Error('There is no entry.');
  return entry;
}

it('is valid after the public HAR schema', () => {
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats.default(ajv);
  ajv.addMetaSchema(draft06);
  for (const schema of Object.values(harSchemas)) ajv.addSchema(schema);
  for (const level of ['default', 'strict', 'raw'] as const) {
    const text = writeReport(harWriter(), sanitizeReport(shopReport(), { level, key: TEST_KEY }));
    const valid = ajv.validate('har.json#', JSON.parse(text));
    expect(ajv.errorsText(), level).toBe('No errors');
    expect(valid).toBe(true);
  }
});

it('counts no long tasks where the browser does not report them', () => {
  const timings = (supportedEntryTypes: readonly string[]) =>
    har(sessionReport({ pageLoads: [reportPageLoadInput({ pageLoad: { supportedEntryTypes } })] })).log.pages[0]
      ?.pageTimings;
  expect(timings(['resource', 'longtask'])).toHaveProperty('_longTasks', 0);
  expect(timings(FIREFOX_ENTRY_TYPES)).not.toHaveProperty('_longTasks');
});

it('has every request once, in the order in which they were made', () => {
  const { entries } = har().log;
  expect(entries).toHaveLength(shopReport().pageLoads.flatMap(({ resources }) => resources).length);
  const starts = entries.map(({ startedDateTime }) => startedDateTime);
  expect(starts).toEqual([...starts].sort());
});

it('sums the phases up to the time, TLS being inside connect', () => {
  const phases = resourcePhases({ queued: 1, dns: 2, connect: 3, tls: 4, request: 5, wait: 6, download: 7 });
  const { time, timings } = harOf({ phases, duration: 28 });
  expect(timings).toEqual({ blocked: 1, dns: 2, connect: 7, ssl: 4, send: 5, wait: 6, receive: 7 });
  expect(time).toBe(28);
});

it('writes -1 for a size that nobody told', () => {
  const { response } = harOf({
    transferSize: UNKNOWN_SIZE,
    encodedBodySize: UNKNOWN_SIZE,
    decodedBodySize: UNKNOWN_SIZE,
  });
  expect(response).toMatchObject({ bodySize: -1, _transferSize: -1, content: { size: -1 } });
});

it('leaves out a vital that was not measured', () => {
  const metrics = [
    metricRecord({ name: 'LCP', value: 1200 }),
    metricRecord({ name: 'CLS', value: null, state: 'unsupported' }),
  ];
  const pageLoads = [reportPageLoadInput({ analysis: { views: [{ ...viewRecord(), metrics }] } })];
  expect(har(sessionReport({ pageLoads })).log.pages[0]?._googleWebVitals).toEqual({ lcp: 1200 });
});

it('holds no cookie and no body', () => {
  const text = JSON.stringify(har());
  expect(text.match(/"cookies":\[[^\]]/g)).toBeNull();
  expect(text).not.toMatch(/"(?:postData|text)":/);
});
