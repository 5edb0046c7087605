import { describe, expect, it } from 'vitest';
import { applyMessage, type Circumstances } from '../../../src/background/apply.ts';
import { MAX_POST_MESSAGES, MAX_VIEWS } from '../../../src/channel/limits.ts';
import type { CollectorMessage } from '../../../src/channel/messages.ts';
import { VITAL_NAMES } from '../../../src/model/metrics.ts';
import type { StoredPageLoad } from '../../../src/store/schema.ts';
import { theCircumstances } from '../../fixtures/builders/circumstances.ts';
import { aChunk, aFin, aHello, aStatus, aView, aVital } from '../../fixtures/builders/messages.ts';

const at = theCircumstances();

/** Applies messages one after the other, as the ingest does. */
function applyAll(messages: readonly CollectorMessage[], circumstances: Circumstances = at): StoredPageLoad {
  let stored: StoredPageLoad | undefined;
  for (const message of messages) stored = applyMessage(stored, message, circumstances).record ?? stored;
  if (!stored) throw new Error('no page load came of it');
  return stored;
}

describe('a message applied to a page load', () => {
  it('makes a page load of the first hello, with the URL that the browser tells', () => {
    expect(applyAll([aHello()])).toMatchObject({
      url: 'https://shop.example/',
      sessionId: 'run:7',
      state: 'open',
      next: 0,
      ledger: { made: 0, stored: 0, complete: false },
    });
  });

  it('counts made, stored, dropped and rejected, and closes the ledger with the final record', () => {
    const bad = aChunk({ n: 1, from: 2, count: 2, entries: '[{"entryType":"mark"},{"entryType":"nonsense"}]' });
    const capped = aChunk({ n: 2, from: 4, count: 3, dropped: 2 });
    const stored = applyAll([aHello(), aChunk(), bad, capped, aFin({ made: 7 })]);
    expect(stored.ledger).toEqual({
      made: 7,
      stored: 3,
      dropped: { browser: null, caps: 2, exit: 0 },
      rejected: 2,
      complete: true,
    });
    expect(stored.state).toBe('ended');
  });

  it('keeps what the browser lost before, which a status tells first', () => {
    const told = applyAll([aHello(), aStatus({ droppedByBrowser: 771 }), aStatus()]);
    expect(told.ledger.dropped.browser).toBe(771);
    expect(applyAll([aHello(), aStatus()]).ledger.dropped.browser).toBeNull();
  });

  it('leaves the ledger open when entries that were made never came', () => {
    expect(applyAll([aHello(), aChunk(), aFin({ made: 5 })]).ledger).toMatchObject({
      made: 5,
      stored: 2,
      complete: false,
    });
  });

  it.each([
    ['chunk', aChunk()],
    ['view', aView()],
    ['vital', aVital()],
    ['hello', aHello()],
  ])('changes nothing when the same %s comes twice', (_, message) => {
    const once = applyAll([aHello(), aView(), message]);
    expect(applyMessage(once, message, at)).toEqual({});
  });

  it('asks to go back when a chunk is missing', () => {
    expect(applyMessage(applyAll([aHello()]), aChunk({ n: 1, from: 2 }), at)).toEqual({ refused: 'gap' });
  });

  it('keeps the reading of a vital with the highest revision', () => {
    const newer = aVital({ revision: 3, value: 900 });
    const stored = applyAll([aHello(), newer, aVital({ revision: 2, value: 5000 })]);
    expect(stored.vitals).toEqual([newer.vital]);
  });

  it('refuses another document that uses the same id', () => {
    const other = { ...at, identity: { ...at.identity, documentId: 'd2' } as Circumstances['identity'] };
    const stored = applyAll([aHello()]);
    expect(applyMessage(stored, aHello(), other)).toEqual({ refused: 'bind' });
    expect(applyMessage(stored, aChunk(), other)).toEqual({ refused: 'bind' });
  });

  it('takes in what was found in the outbox by its nonce alone', () => {
    const stored = applyAll([aHello()]);
    const found = { ...at, identity: null };
    expect(applyMessage(stored, aChunk(), found).chunk).toMatchObject({ n: 0, count: 2 });
    expect(applyMessage(stored, aChunk(), { ...found, nonce: 'guessed' })).toEqual({ refused: 'bind' });
    expect(applyMessage(undefined, aHello(), found)).toEqual({ refused: 'bind' });
  });

  it('refuses a view of another origin, and a chunk whose count does not fit', () => {
    const stored = applyAll([aHello()]);
    expect(applyMessage(stored, aView({ url: 'https://evil.example/' }), at)).toEqual({ refused: 'invalid' });
    expect(applyMessage(stored, aChunk({ count: 5, entries: '[]' }), at)).toEqual({ refused: 'invalid' });
  });

  it('takes no more views than the protocol has, nor the vitals of others', () => {
    const views = Array.from({ length: MAX_VIEWS }, (_, i) => aView({ viewId: `v${i}` }));
    const vitals = views.flatMap(({ view: { viewId } }) => VITAL_NAMES.map((name) => aVital({ name, viewId })));
    const full = applyAll([aHello(), ...views, ...vitals]);
    expect(full.views).toHaveLength(MAX_VIEWS);
    expect(applyMessage(full, aView({ viewId: 'one-more' }), at)).toEqual({ refused: 'invalid' });
    expect(applyMessage(full, aVital({ viewId: 'one-more' }), at)).toEqual({ refused: 'invalid' });
    expect(applyMessage(full, aVital({ viewId: 'v3', revision: 2 }), at).record?.vitals).toHaveLength(vitals.length);
    // All that a collector can have to say after a reconnect fits one post.
    expect(1 + views.length + vitals.length).toBeLessThanOrEqual(MAX_POST_MESSAGES);
  });

  it('belongs to the page load that was on top when it first said hello', () => {
    const stored = applyAll([aHello(), aChunk(), aFin()]);
    expect(stored.topPageLoadId).toBe('top');
    const again = applyMessage(stored, aHello(), { ...at, topPageLoadId: 'another' }).record;
    expect(again?.topPageLoadId).toBe('top');
  });

  it('opens a page load again that came back from bfcache', () => {
    const ended = applyAll([aHello(), aChunk(), aFin()]);
    const back = applyMessage(ended, aHello({ made: 2, base: 2 }), at).record;
    expect(back).toMatchObject({ state: 'open', next: 2, ledger: { complete: false } });
    const more = applyMessage(back, aChunk({ n: 1, from: 2 }), at).record;
    expect(more?.ledger, 'without another final record').toMatchObject({ dropped: { exit: null }, complete: false });
    const left = applyMessage(more, aFin({ made: 4 }), at).record;
    expect(left).toMatchObject({ state: 'ended', ledger: { made: 4, stored: 4, complete: true } });
  });

  it('goes on with a page load whose earlier final record came after its return', () => {
    const late = applyAll([aHello(), aChunk(), aFin(), aHello({ made: 2, base: 2 }), aFin()]);
    const more = applyMessage(late, aChunk({ n: 1, from: 2 }), at).record;
    expect(more).toMatchObject({ state: 'open', ledger: { dropped: { exit: null }, complete: false } });
  });

  it('takes nothing more of a page load that was deleted', () => {
    expect(applyMessage(undefined, aHello({ made: 5, base: 3 }), at)).toEqual({ refused: 'bind' });
  });

  it('goes on with a page load whose store was lost, and declares what that had', () => {
    const gone = applyMessage(undefined, aHello({ made: 5, base: 4, baseChunk: 2, epoch: 'earlier' }), at).record;
    expect(gone).toMatchObject({ next: 4, chunks: 2, ledger: { made: 4, stored: 0, dropped: { store: 4 } } });
    const more = applyMessage(gone, aChunk({ n: 2, from: 4 }), at).record;
    const ended = applyMessage(more, aFin({ made: 6 }), at).record;
    expect(ended?.ledger).toMatchObject({ made: 6, stored: 2, dropped: { store: 4, exit: 0 }, complete: true });
  });

  it('skips what a store that came back from an earlier time has not', () => {
    const behind = applyAll([aHello(), aChunk()]);
    const { record } = applyMessage(behind, aHello({ made: 6, base: 6, baseChunk: 3, epoch: 'epoch' }), at);
    expect(record).toMatchObject({ next: 6, chunks: 3, ledger: { made: 6, stored: 2, dropped: { store: 4 } } });
  });

  it('refuses entries while there is no room, and takes vitals and the final record', () => {
    const limited = { ...at, limited: true };
    const stored = applyAll([aHello(), aChunk()]);
    expect(applyMessage(stored, aChunk({ n: 1, from: 2 }), limited)).toEqual({ refused: 'no-room' });
    expect(applyMessage(stored, aVital(), limited).record?.vitals).toHaveLength(1);
    const ended = applyMessage(stored, aFin({ made: 4 }), limited).record;
    expect(ended?.ledger).toMatchObject({ made: 4, stored: 2, dropped: { exit: 2 }, complete: true });
    // What waited elsewhere comes when there is room again.
    const late = applyMessage(ended, aChunk({ n: 1, from: 2 }), at).record;
    expect(late?.ledger).toMatchObject({ made: 4, stored: 4, dropped: { exit: 0 }, complete: true });
  });

  it('closes the ledger of a collector that was stopped, whatever had arrived of what was under way', () => {
    const stopped = aFin({ made: 6, exitDropped: 4 });
    expect(applyAll([aHello(), aChunk(), stopped]).ledger).toMatchObject({ dropped: { exit: 4 }, complete: true });
    const arrived = applyAll([aHello(), aChunk(), aChunk({ n: 1, from: 2 }), stopped]);
    expect(arrived.ledger).toMatchObject({ made: 6, stored: 4, dropped: { exit: 2 }, complete: true });
  });

  it('grows the revision with every change', () => {
    expect(applyAll([aHello(), aView(), aChunk(), aVital(), aStatus(), aFin()]).revision).toBe(6);
  });
});
