import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { OBSERVED_ENTRY_TYPES } from '../../../src/model/entries.ts';
import { OBSERVATION_TYPES } from '../../../src/model/observations.ts';
import { reportToJson } from '../../../src/report/json.ts';
import { sanitizeReport } from '../../../src/report/sanitize.ts';
import schema from '../../../src/report/session-report.schema.json' with { type: 'json' };
import { everyEntryType } from '../../fixtures/builders/every-entry-type.ts';
import { reportPageLoadInput, sessionReport, shopReport, TEST_KEY } from '../../fixtures/builders/reports.ts';

const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true });
formats.default(ajv);
const validate = ajv.compile(schema);

function errorsOf(report: unknown): readonly string[] {
  validate(JSON.parse(JSON.stringify(report)));
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

type Writable = Record<string, unknown>;

/** The shop's report with members of one object in it replaced, or removed where the new value is undefined. */
function mutated(path: string, changes: Writable): unknown {
  const report: unknown = structuredClone(shopReport());
  let place = report as Writable;
  for (const key of path.split('.').filter((part) => part !== '')) place = place[key] as Writable;
  expect(place).toBeTypeOf('object');
  Object.assign(place, changes);
  return report;
}

describe('the JSON Schema of session reports', () => {
  it.each(['default', 'strict', 'raw'] as const)('accepts what is exported at level %s', (level) => {
    expect(errorsOf(JSON.parse(reportToJson(sanitizeReport(shopReport(), { level, key: TEST_KEY }))))).toEqual([]);
  });

  it('accepts an empty session and an empty page load', () => {
    expect(errorsOf(sessionReport({ pageLoads: [] }))).toEqual([]);
    expect(errorsOf(sessionReport())).toEqual([]);
  });

  it('accepts an entry of each observed type and each observation', () => {
    const entries = everyEntryType();
    const types = new Set<string>([...OBSERVED_ENTRY_TYPES, ...OBSERVATION_TYPES]);
    expect(new Set(entries.map(({ entryType }) => entryType))).toEqual(types);
    const report = sessionReport({ pageLoads: [reportPageLoadInput({ entries })] });
    expect(errorsOf(report)).toEqual([]);
    expect(errorsOf(sanitizeReport(report, { key: TEST_KEY }))).toEqual([]);
  });

  it.each([
    ['the value 0 for an unsupported metric', 'pageLoads.1.views.0.metrics.1', { value: 0 }],
    ['a rating without a value', 'pageLoads.1.views.0.metrics.2', { rating: 'good' }],
    ['no value for a measured metric', 'pageLoads.0.views.0.metrics.0', { value: null }],
    ['a size of 0 from an unknown source', 'pageLoads.0.resources.9.transferSize', { value: 0 }],
    ['a known size without a value', 'pageLoads.0.resources.0.transferSize', { value: null }],
    ['a size without a source', 'pageLoads.0.resources.0.transferSize', { source: undefined }],
    ['an overrun of an unmeasured limit', 'pageLoads.0.budgetResults.7', { overBy: 0 }],
    ['a measured limit without a value', 'pageLoads.0.budgetResults.0', { actual: null }],
    ['a metric it does not know', 'pageLoads.0.views.0.metrics.0', { name: 'FMP' }],
    ['a member it does not know', 'pageLoads.0.resources.0', { cookies: [] }],
    ['a member of an entry it does not know', 'pageLoads.0.entries.0', { extra: {} }],
    ['an entry of another type', 'pageLoads.0.entries.0', { entryType: 'server' }],
    ['a page load without its ledger', 'pageLoads.0', { ledger: undefined }],
    ['the finality of a metric', 'pageLoads.0.views.0.metrics.0', { final: true }],
    ['a level of redaction it does not know', 'redaction', { level: 'none' }],
    ['another format', '', { format: 'har' }],
    ['a later version', '', { version: 2 }],
    ['a moment that is no date', '', { createdAt: 'yesterday' }],
  ])('rejects %s', (_, path, changes) => {
    expect(errorsOf(mutated(path, {}))).toEqual([]);
    expect(errorsOf(mutated(path, changes))).not.toEqual([]);
  });
});
