import { beforeAll, describe, expect, it, vi } from 'vitest';
import { checkEntries } from '../../../src/channel/guard-entries.ts';

const members = new WeakMap<object, Readonly<Record<string, unknown>>>();

/** As in browsers, members are getters of a prototype that answer for the object they are called on, and enumerable. */
function live(own: Readonly<Record<string, unknown>>): PerformanceEntry {
  const prototype = { toJSON: () => ({}) };
  for (const name of Object.keys(own)) {
    const get = function (this: object) {
      return members.get(this)?.[name];
    };
    Object.defineProperty(prototype, name, { get, enumerable: true });
  }
  const entry = Object.create(prototype) as PerformanceEntry;
  members.set(entry, own);
  return entry;
}

/** What the guard makes of what the collector writes. */
async function recordOf(own: Readonly<Record<string, unknown>> & { readonly entryType: string }): Promise<unknown> {
  // Kinds are learned from the first object of theirs.
  vi.resetModules();
  const serialize = await import('../../../src/content/serialize.ts');
  const text = serialize.serializeEntry(live({ startTime: 5, duration: 1, ...own }), own.entryType) ?? '';
  const checked = checkEntries(`[${text}]`, serialize.rowKinds);
  expect(checked).toMatchObject({ accepted: 1, rejected: 0 });
  const [record] = JSON.parse(checked?.entries ?? '');
  return record;
}

beforeAll(() => {
  class Element {}
  vi.stubGlobal('Element', Element);
});

describe('the record of an entry', () => {
  it('holds what the browser has of a resource, and cleans its URL', async () => {
    const serverTiming = Array.from({ length: 30 }, (_, i) => live({ name: `t${i}`, duration: i, description: '' }));
    const record = await recordOf({
      entryType: 'resource',
      name: 'https://user:secret@shop.example/a.js#part',
      navigationId: 7,
      workerStart: 0,
      workerFinalSourceType: '',
      transferSize: 300,
      responseStatus: 200,
      serverTiming,
    });
    expect(record).toEqual({
      entryType: 'resource',
      name: 'https://shop.example/a.js',
      startTime: 5,
      duration: 1,
      workerStart: 0,
      transferSize: 300,
      responseStatus: 200,
      serverTiming: Array.from({ length: 20 }, (_, i) => ({ name: `t${i}`, duration: i, description: '' })),
    });
  });

  it('keeps the longest twenty scripts of a frame, without their windows', async () => {
    const scripts = Array.from({ length: 25 }, (_, i) =>
      live({
        entryType: 'script',
        name: 'script',
        startTime: i,
        duration: i,
        sourceURL: 'https://a.example/x.js',
        window: {},
      }),
    );
    const record = await recordOf({ entryType: 'long-animation-frame', name: 'long-animation-frame', scripts });
    const kept = (record as { scripts: { duration: number }[] }).scripts;
    expect(kept.map(({ duration }) => duration)).toEqual(Array.from({ length: 20 }, (_, i) => 24 - i));
    expect(kept[0]).toEqual({ name: 'script', startTime: 24, duration: 24, sourceURL: 'https://a.example/x.js' });
  });

  it('keeps rectangles as four numbers, and no node where there is none', async () => {
    const rect = { x: 1, y: 2, width: 3, height: 4, top: 2 };
    const sources = [live({ node: null, previousRect: rect, currentRect: rect })];
    expect(
      await recordOf({ entryType: 'layout-shift', name: '', value: 0.1, hadRecentInput: false, sources }),
    ).toMatchObject({
      value: 0.1,
      hadRecentInput: false,
      sources: [{ node: null, previousRect: [1, 2, 3, 4], currentRect: [1, 2, 3, 4] }],
    });
  });

  it('adds what an interaction painted', async () => {
    const painted = {
      entryType: 'largest-contentful-paint',
      name: '',
      startTime: 9,
      duration: 0,
      size: 900,
      url: '',
      id: 'x',
    };
    const record = await recordOf({
      entryType: 'interaction-contentful-paint',
      name: '',
      interactionId: 3,
      largestContentfulPaint: live({ ...painted, element: null }),
    });
    expect(record).toEqual({
      entryType: 'interaction-contentful-paint',
      name: '',
      startTime: 5,
      duration: 1,
      interactionId: 3,
      size: 900,
      url: '',
      id: 'x',
      element: null,
    });
  });

  it.each([
    ['small data', { rows: 3 }, { rows: 3 }],
    ['a text', 'ready', 'ready'],
    ['nothing', null, null],
    [
      'the beginning of much data',
      { rows: 'x'.repeat(2100) },
      expect.stringMatching(/^\{"rows":"x{1999}…~[0-9a-f]+:2111$/),
    ],
    ['data that cannot be JSON', { rows: 1n }, null],
  ])('keeps %s that a mark carries', async (_, detail, kept) => {
    expect(await recordOf({ entryType: 'mark', name: 'm', detail })).toMatchObject({ detail: kept });
  });
});
