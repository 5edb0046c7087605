import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ImportError } from '../../../../src/report/import/import-error.ts';
import { IMPORT_LIMITS } from '../../../../src/report/import/import-limits.ts';
import { parseJsonText } from '../../../../src/report/import/json-text.ts';
import { checkReport } from '../../../../src/report/import/parse-report.ts';
import { reportToJson } from '../../../../src/report/json.ts';
import { sanitizeReport } from '../../../../src/report/sanitize.ts';
import { shopReport, TEST_KEY } from '../../../fixtures/builders/reports.ts';

const TEXT = reportToJson(sanitizeReport(shopReport(), { key: TEST_KEY }));

const read = (text: string) => checkReport(parseJsonText(text));

/** The exported session with one thing changed. */
function changed(change: (report: Record<string, unknown> & { pageLoads: { entries: object[] }[] }) => void): string {
  const report = JSON.parse(TEXT);
  change(report);
  return JSON.stringify(report);
}

describe('a session report from a file', () => {
  it.each(['default', 'strict', 'raw'] as const)('is read as it was written at level %s', (level) => {
    const report = sanitizeReport(shopReport(), { level, key: TEST_KEY });
    expect(read(reportToJson(report))).toEqual(report);
  });

  it('is refused wherever it was cut off, with the place', () => {
    const body = TEXT.trimEnd().length;
    const cuts = Array.from({ length: 100 }, (_, n) => Math.floor((body * n) / 100));
    for (const cut of cuts) {
      expect(() => read(TEXT.slice(0, cut)), `cut at ${cut}`).toThrow(ImportError);
    }
    expect(() => read(TEXT.slice(0, 5000))).toThrow(/character \d+/);
  });

  it('is refused when it is of a later version, which says to update', () => {
    expect(() => read(changed((report) => Object.assign(report, { version: 2 })))).toThrow(
      'The file is of version 2 of the session format; this Vitalog reads up to 1. Update Vitalog to open it.',
    );
  });

  it('is refused when it is something else', () => {
    expect(() => read('{"log":{"version":"1.2"}}')).toThrow(/no Vitalog session and no HAR/);
    expect(() => read('[1,2]')).toThrow(/no Vitalog session/);
    expect(() => read('null')).toThrow(/no Vitalog session/);
    expect(() => read('  ')).toThrow('The file is empty.');
  });

  it('is refused with the place of the first wrong type', () => {
    const text = changed(({ pageLoads: [load] }) => Object.assign(load?.entries[2] ?? {}, { startTime: 'soon' }));
    expect(() => read(text)).toThrow('/pageLoads/0/entries/2/startTime must be number');
  });

  it('is refused with the name of a member that no session has', () => {
    const text = changed(({ pageLoads: [load] }) => Object.assign(load ?? {}, { html: '<img onerror=alert(1)>' }));
    expect(() => read(text)).toThrow('/pageLoads/0 must NOT have additional properties ("html")');
  });

  it('cannot reach an object by "__proto__", wherever it stands', () => {
    for (const place of ['"generator": {', '"pageLoads": [', '"session": {']) {
      const value = place.endsWith('[') ? '{"__proto__":{"polluted":true}},' : '"__proto__":{"polluted":true},';
      expect(() => read(TEXT.replace(place, place + value)), place).toThrow(/"__proto__"/);
      expect(() => read(TEXT.replace(place, place + value.replace('__proto__', '\\u005f_proto__'))), place).toThrow(
        /"__proto__"/,
      );
    }
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it('is refused before it is built when it is too deep', () => {
    const deep = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);
    expect(() => parseJsonText(deep(100_000))).toThrow(/nests deeper than 64 levels at character 64/);
    expect(parseJsonText(deep(IMPORT_LIMITS.depth))).toBeTruthy();
    expect(parseJsonText(JSON.stringify({ text: deep(1000), quote: '"\\"[[' }))).toBeTruthy();
  });

  it('is refused when it holds more rows than fit', () => {
    const entry = JSON.stringify({ entryType: 'paint', name: 'first-paint', startTime: 1, duration: 0 });
    const many = `[${Array.from({ length: IMPORT_LIMITS.rows + 1 }, () => entry).join(',')}]`;
    const text = changed(({ pageLoads: [load] }) => Object.assign(load ?? {}, { entries: 'HERE' })).replace(
      '"HERE"',
      many,
    );
    expect(() => read(text)).toThrow(/at most 500000 can be opened/);
  });

  it('never throws anything but an ImportError, whatever it holds', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.json(),
          fc.string(),
          fc.json().map((json) => TEXT.replace('"ledger": {', `"ledger": ${json}, "x": {`)),
        ),
        (text) => {
          expect(() => read(text)).toThrow(ImportError);
        },
      ),
    );
  });
});
