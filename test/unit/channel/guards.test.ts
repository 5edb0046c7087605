import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCollectorMessage, parseOutbox, parsePanelMessage } from '../../../src/channel/guards.ts';
import { aChunk, aFin, aHello, aStatus, aView, aVital } from '../../fixtures/builders/messages.ts';

const WELL_FORMED = [aHello(), aChunk(), aView(), aVital(), aStatus(), aFin()];

describe('the guard of the collector channel', () => {
  it.each(WELL_FORMED)('lets a well-formed $type pass unchanged', (message) => {
    expect(parseCollectorMessage(structuredClone(message))).toEqual(message);
  });

  it('takes over known members only', () => {
    expect(parseCollectorMessage({ ...aFin(), extra: 'x', ['__proto__']: { polluted: true } })).toEqual(aFin());
  });

  it('never throws and never lets anything but a message of ours pass', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        const parsed = parseCollectorMessage(value);
        expect(parsed === null || typeof parsed.type === 'string').toBe(true);
      }),
    );
  });

  it('turns away a message in which any one member has a wrong type', () => {
    const wrong = fc.constantFrom<unknown>(
      undefined,
      {},
      [],
      Number.NaN,
      Number.POSITIVE_INFINITY,
      'x'.repeat(70_000),
      Symbol('s'),
    );
    fc.assert(
      fc.property(fc.constantFrom(...WELL_FORMED), fc.nat(20), wrong, (message, at, value) => {
        const members = Object.keys(message);
        const member = members[at % members.length] ?? 'type';
        fc.pre(!(member === 'supportedEntryTypes' && Array.isArray(value)));
        expect(parseCollectorMessage({ ...message, [member]: value })).toBeNull();
      }),
    );
  });

  it.each([
    ['a page load id that is no UUID', { ...aHello(), pageLoadId: 'x' }],
    ['a negative number of entries', { ...aHello(), made: -1 }],
    ['more dropped than counted', { ...aChunk(), count: 1, dropped: 2 }],
    ['entries over 64 KiB', { ...aChunk(), entries: ' '.repeat(64 * 1024 + 1) }],
    ['a view of no known kind', { type: 'view', view: { ...aView().view, kind: 'teleport' } }],
    ['a vital of no known name', { type: 'vital', vital: { ...aVital().vital, name: 'XYZ' } }],
    ['a negative vital', { type: 'vital', vital: { ...aVital().vital, value: -1 } }],
    [
      'an attribution with a deep tree',
      { type: 'vital', vital: { ...aVital().vital, attribution: { a: { b: { c: { d: 1 } } } } } },
    ],
    ['an over-long title', { ...aStatus(), title: 'x'.repeat(2049) }],
    ['a step of back-off that there is not', { ...aStatus(), selfCost: { ...aStatus().selfCost, backOff: 3 } }],
    ['half an entry lost by the browser', { ...aStatus(), droppedByBrowser: 0.5 }],
  ])('turns away %s', (_, message) => {
    expect(parseCollectorMessage(message)).toBeNull();
  });
});

describe('the guard of the outbox', () => {
  const record = { nonce: 'n', chunks: [aChunk()], vitals: [aVital().vital], fin: aFin() };

  it('lets a well-formed record pass', () => {
    expect(parseOutbox(structuredClone(record))).toEqual(record);
  });

  it.each(['nonce', 'chunks', 'vitals', 'fin'])('turns away a record without %s', (member) => {
    expect(parseOutbox({ ...record, [member]: undefined })).toBeNull();
  });

  it('turns away a record in which one chunk is malformed', () => {
    expect(parseOutbox({ ...record, chunks: [aChunk(), { ...aChunk(), n: 'one' }] })).toBeNull();
  });
});

describe('the guard of the panel channel', () => {
  it('lets a ping pass', () => {
    expect(parsePanelMessage({ type: 'ping' })).toEqual({ type: 'ping' });
  });

  it('lets watch pass, and nothing else', () => {
    expect(parsePanelMessage({ type: 'watch', tabId: 3 })).toEqual({ type: 'watch', tabId: 3 });
    expect(parsePanelMessage({ type: 'census', tabId: 3, extra: 1 })).toEqual({ type: 'census', tabId: 3 });
    expect(parsePanelMessage({ type: 'census', tabId: -1 })).toBeNull();
    expect(parsePanelMessage({ type: 'watch', tabId: '3' })).toBeNull();
    expect(parsePanelMessage({ type: 'delete', tabId: 3 })).toBeNull();
  });
});
