import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EntryRecord } from '../../../../src/model/entries.ts';
import { decodeEntries, encodeEntries } from '../../../../src/store/codec/entry-columns.ts';
import { gunzip, gzip } from '../../../../src/store/codec/gzip.ts';
import { everyEntryType } from '../../../fixtures/builders/every-entry-type.ts';
import { navigationEntry, opaqueEntry, resourceEntry } from '../../../fixtures/builders/resource-entries.ts';
import { resourceWaterfall } from '../../../fixtures/builders/resource-waterfall.ts';

async function roundTrip(entries: readonly unknown[]): Promise<readonly unknown[]> {
  return decodeEntries(await gunzip(await gzip(encodeEntries(entries as readonly EntryRecord[]))));
}

/** Numbers as browsers give them, and such as they never do. */
const anyNumber = fc.oneof(
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.nat(100_000).map((tenths) => tenths / 10),
  fc.nat(100_000).map((tenths) => Math.round(3_725_113.4 * 10 + tenths) / 10 - 3_725_113.4),
  fc.constantFrom(0, -0, Number.MAX_SAFE_INTEGER, 1e308, 5e-324, -1),
);

/** Entries of every type with members changed, left out, or of another kind than they should be. */
const anyEntry = fc
  .record({
    entry: fc.constantFrom(...everyEntryType(), opaqueEntry()),
    startTime: anyNumber,
    duration: fc.oneof(
      fc.integer(),
      fc.double({ noNaN: true, noDefaultInfinity: true, min: 1e-9 }),
      fc.constant(null),
      fc.string(),
    ),
    responseEnd: anyNumber,
    name: fc.string({ unit: 'binary' }),
    // Through JSON, which has no -0, as every entry comes.
    detail: fc.json().map((text): unknown => JSON.parse(JSON.stringify(JSON.parse(text)))),
    left: fc.constantFrom('duration', 'name', 'serverTiming', 'none'),
  })
  .map(({ entry, left, ...members }) => {
    const changed: Record<string, unknown> = { ...entry, ...members };
    delete changed[left];
    return changed;
  });

describe('sealed entries', () => {
  it('of every type come back as they were, in their order', async () => {
    const entries = [...everyEntryType(), ...resourceWaterfall(300), ...everyEntryType(), navigationEntry()];
    expect(await roundTrip(entries)).toEqual(entries);
  });

  it('come back to the last bit, whatever their numbers and texts are', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyEntry, { maxLength: 40 }), async (entries) => {
        const read = await roundTrip(entries);
        expect(read).toEqual(entries);
      }),
      { numRuns: 300 },
    );
  });

  it('may be any JSON at all', async () => {
    const anything = fc.oneof(fc.jsonValue(), fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 3 })));
    await fc.assert(
      fc.asyncProperty(fc.array(anything, { maxLength: 30 }), async (values) => {
        const json: unknown[] = JSON.parse(JSON.stringify(values));
        expect(await roundTrip(json)).toEqual(json);
      }),
      { numRuns: 300 },
    );
  });

  it('cannot change a prototype', async () => {
    const [hostile] = await roundTrip(JSON.parse('[{"entryType":"mark","__proto__":{"polluted":1}}]'));
    expect(Object.keys(hostile as object)).toEqual(['entryType', '__proto__']);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });

  it('take a small part of their JSON: under 60 bytes a request', async () => {
    const entries = resourceWaterfall(2500);
    const sealed = await gzip(encodeEntries(entries));
    expect(JSON.stringify(entries).length / entries.length).toBeGreaterThan(600);
    expect(sealed.byteLength / entries.length).toBeLessThan(60);
  });

  it('that are cut or are none are refused', async () => {
    const bytes = encodeEntries([resourceEntry(), resourceEntry({ startTime: 7 })]);
    for (const length of [0, 3, 10, bytes.length - 1]) expect(() => decodeEntries(bytes.slice(0, length))).toThrow();
    await expect(gunzip(new Uint8Array([1, 2, 3]))).rejects.toThrow();
  });
});
