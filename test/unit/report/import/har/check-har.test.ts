import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ImportError } from '../../../../../src/report/import/import-error.ts';
import { IMPORT_LIMITS } from '../../../../../src/report/import/import-limits.ts';
import { parseImportedFile } from '../../../../../src/report/import/imported-file.ts';
import { harFile, harFileEntry, realHar } from '../../../../fixtures/builders/har-files.ts';
import { importHar } from '../../../../fixtures/builders/imported-har.ts';

const open = (har: unknown) => parseImportedFile(JSON.stringify(har));

describe('a HAR file is refused with the place', () => {
  it.each([
    ['of a log that is none', { log: 7 }, '/log must be an object'],
    ['of entries that are missing', { log: { version: '1.2' } }, '/log/entries is missing; it must be a list'],
    ['of entries that are no list', harFile({ entries: {} }), '/log/entries must be a list'],
    ['of an entry that is none', harFile({ entries: [harFileEntry(), null] }), '/log/entries/1 must be an object'],
    ['of a wrong time', harFile({ entries: [harFileEntry({ time: '50' })] }), '/log/entries/0/time must be a number'],
    [
      'of a moment that is none',
      harFile({ entries: [harFileEntry({ startedDateTime: 'soon' })] }),
      '/log/entries/0/startedDateTime must be a date and time',
    ],
    [
      'of a URL that is missing',
      harFile({ entries: [harFileEntry({ request: { method: 'GET' } })] }),
      '/log/entries/0/request/url is missing; it must be a text',
    ],
    [
      'of a wrong size deep in an entry',
      harFile({ entries: [harFileEntry({ response: { content: { size: [] } } })] }),
      '/log/entries/0/response/content/size must be a number',
    ],
    [
      'of a header that is none',
      harFile({ entries: [harFileEntry({ response: { headers: [{ name: 'a', value: 'b' }, 'c'] } })] }),
      '/log/entries/0/response/headers/1 must be an object',
    ],
    ['of a page without an id', harFile({ pages: [{ startedDateTime: '2026-01-15' }] }), '/log/pages/0/id is missing'],
    [
      'of a wrong page timing',
      harFile({ pages: [{ id: 'p', startedDateTime: '2026-01-15', pageTimings: { onLoad: 'late' } }] }),
      '/log/pages/0/pageTimings/onLoad must be a number',
    ],
  ])('%s', (_, har, told) => {
    expect(() => open(har)).toThrow(ImportError);
    expect(() => open(har)).toThrow(`The file is no valid HAR: ${told}`);
  });

  it('wherever it was cut off', () => {
    const text = realHar('chromium').trimEnd();
    for (let n = 0; n < 100; n += 1) {
      const cut = Math.floor((text.length * n) / 100);
      expect(() => parseImportedFile(text.slice(0, cut)), `cut at ${cut}`).toThrow(ImportError);
    }
    expect(() => parseImportedFile(text.slice(0, 9000))).toThrow(/character \d+/);
  });
});

it('a HAR of a later version is refused, which says to update', () => {
  expect(() => open(harFile({ version: '2.0' }))).toThrow(
    'The file is HAR 2.0; this Vitalog reads HAR up to 1.x. Update Vitalog, or save it as HAR 1.2.',
  );
  for (const version of ['1.1', '1.2', '1.3', undefined]) expect(open(harFile({ version })).kind).toBe('har');
});

it('a HAR of too many requests is refused before they are looked at', () => {
  const entries = Array.from({ length: IMPORT_LIMITS.harEntries + 1 }, () => null);
  expect(() => open(harFile({ entries }))).toThrow('The file holds 100001 requests; at most 100000 can be opened.');
});

it("Chromium's stacks of 32 asynchronous parents are not too deep", () => {
  const stack = Array.from({ length: 32 }).reduce<object>((parent) => ({ callFrames: [{ url: '' }], parent }), {});
  const entries = [harFileEntry({ _initiator: { type: 'script', stack } })];
  expect(open(harFile({ entries })).kind).toBe('har');
});

it('20 ways to write "__proto__" and "constructor" reach nothing', () => {
  const keys = ['"__proto__"', '"\\u005f_proto__"', '"constructor"', '"prototype"', '"toString"'];
  const places = ['"log":{', '"entries":[{', '"request":{', '"response":{'];
  const text = JSON.stringify({ log: { entries: [harFileEntry()] } });
  for (const key of keys) {
    for (const place of places) {
      const hostile = text.replace(place, `${place}${key}:{"polluted":true,"prototype":{"polluted":true}},`);
      if (key.includes('proto__')) expect(() => parseImportedFile(hostile), key).toThrow(/"__proto__" at /);
      else expect(importHar(hostile).report.pageLoads).toHaveLength(1);
    }
  }
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
});

it('never throws anything but an ImportError, whatever stands in a HAR', () => {
  const anything = fc.jsonValue({ maxDepth: 3 });
  const member = (names: readonly string[]) =>
    fc.dictionary(fc.constantFrom(...names), anything, { maxKeys: names.length });
  const page = member(['id', 'startedDateTime', 'title', 'pageTimings', '_googleWebVitals', '_url']);
  const part = member(['url', 'method', 'status', 'headers', 'content', 'bodySize', 'redirectURL', 'wait', 'ssl']);
  const rest = member(['time', 'pageref', '_initiator', '_resourceType', '_fromCache', '_party', '_renderBlocking']);
  const entry = fc
    .record({ request: part, response: part, timings: part, rest, isRead: fc.boolean() })
    .map(({ request, response, timings, rest: more, isRead }) =>
      isRead
        ? { ...harFileEntry(), ...more }
        : { ...harFileEntry({ request: { url: 'https://a.example/', ...request }, response, timings }), ...more },
    );
  let read = 0;
  fc.assert(
    fc.property(fc.array(page, { maxLength: 2 }), fc.array(entry, { maxLength: 4 }), (pages, entries) => {
      try {
        importHar(JSON.stringify(harFile({ pages, entries, creator: { name: 'Vitalog' } })));
        read += 1;
      } catch (error) {
        expect(error).toBeInstanceOf(ImportError);
      }
    }),
    { numRuns: 500 },
  );
  expect(read).toBeGreaterThan(0);
});
