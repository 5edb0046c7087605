import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  MAX_SCRIPT_ERRORS,
  SCRIPT_ERROR_EVENT,
  SCRIPT_ERROR_ORDER,
  type ScriptErrorNote,
} from '../../../../src/channel/script-error-events.ts';
import type { Note } from '../../../../src/content/observations/note.ts';
import { watchScriptErrors } from '../../../../src/content/observations/script-errors.ts';

interface Told {
  readonly name: string;
  readonly message: string;
  readonly count: number;
}

/** A page whose script errors are watched; `listening` as the background has asked for. */
function aPage({ listening = true } = {}) {
  const window = new EventTarget();
  const clock = { now: 0 };
  vi.stubGlobal('addEventListener', window.addEventListener.bind(window));
  vi.stubGlobal('dispatchEvent', window.dispatchEvent.bind(window));
  vi.stubGlobal('performance', { now: () => clock.now });
  const orders: unknown[] = [];
  window.addEventListener(SCRIPT_ERROR_ORDER, (event) => orders.push((event as CustomEvent<unknown>).detail));
  const told: Told[] = [];
  const note = ((_: string, name: string, members: Told) => told.push({ ...members, name })) as unknown as Note;
  const ending = new AbortController();
  const errors = watchScriptErrors(note, ending.signal);
  errors.listen(listening);
  return {
    told,
    orders,
    errors,
    ending,
    clock,
    order: (detail: string) => window.dispatchEvent(new CustomEvent(SCRIPT_ERROR_ORDER, { detail })),
    say: (detail: unknown) => window.dispatchEvent(new CustomEvent(SCRIPT_ERROR_EVENT, { detail })),
    fail(overrides: Partial<ScriptErrorNote> = {}) {
      const error = { kind: 'error', message: 'boom', source: 'https://a.example/a.js', line: 1, column: 2, count: 1 };
      this.say(JSON.stringify({ ...error, ...overrides }));
    },
    hide: () => window.dispatchEvent(new Event('visibilitychange')),
  };
}

afterEach(() => void vi.unstubAllGlobals());

describe('script errors', () => {
  it('are not heard unless they are wanted', () => {
    const page = aPage({ listening: false });
    page.fail();
    expect(page.told).toEqual([]);
    page.errors.listen(true);
    page.fail();
    page.errors.listen(false);
    page.fail();
    expect(page.told).toHaveLength(1);
    expect(page.orders).toEqual(['start', 'stop']);
  });

  it('are told once, then as they double, and the rest when the page is hidden: no count is lost', () => {
    const page = aPage();
    for (let i = 0; i < 100; i++) page.fail();
    expect(page.told.map(({ count }) => count)).toEqual([1, 1, 2, 4, 8, 16, 32]);
    page.hide();
    page.hide();
    expect(page.told.at(-1)?.count).toBe(36);
    expect(page.told.reduce((sum, { count }) => sum + count, 0)).toBe(100);
  });

  it('are told apart by message and place', () => {
    const page = aPage();
    page.fail();
    page.fail({ line: 2 });
    page.fail({ kind: 'unhandledrejection' });
    page.fail({ message: 'other' });
    expect(page.told.map(({ name, message }) => `${name} ${message}`)).toEqual([
      'error boom',
      'error boom',
      'unhandledrejection boom',
      'error other',
    ]);
  });

  it('are at most five different ones a second and twenty in all; the others are counted', () => {
    const page = aPage();
    for (let second = 0; second < 10; second++) {
      page.clock.now = second * 1000;
      for (let i = 0; i < 50; i++) page.fail({ message: `${second}-${i}` });
    }
    page.hide();
    const errors = page.told.filter(({ name }) => name === 'error');
    expect(errors).toHaveLength(MAX_SCRIPT_ERRORS);
    expect(errors.slice(0, 6).map(({ message }) => message)).toEqual(['0-0', '0-1', '0-2', '0-3', '0-4', '1-0']);
    const over = page.told.filter(({ name }) => name === 'over-limit');
    expect(over.reduce((sum, { count }) => sum + count, 0)).toBe(500 - MAX_SCRIPT_ERRORS);
  });

  it('make at most a hundred records, whatever the page sends', () => {
    const page = aPage();
    for (let i = 0; i < 5000; i++) {
      page.clock.now = i * 200;
      page.fail({ message: `${i % 30}` });
      page.hide();
    }
    expect(page.told).toHaveLength(100);
  });

  it('are nothing but well-formed notes', () => {
    const page = aPage();
    const bad: unknown[] = [null, 7, {}, '', '{', 'null', '[]', '{"kind":"error"}', 'x'.repeat(100_000)];
    for (const detail of bad) page.say(detail);
    page.fail({ message: 'm'.repeat(513) });
    page.fail({ count: -1 });
    page.fail({ line: 1.5 });
    page.fail({ kind: 'over-limit' as 'error' });
    expect(page.told).toEqual([]);
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string(), fc.anything()), (detail) => {
        page.say(detail);
        return page.told.length === 0;
      }),
    );
  });

  it('lose credentials and fragment of the source', () => {
    const page = aPage();
    page.fail({ source: 'https://me:secret@a.example/a.js?x#token' });
    expect(page.told[0]).toMatchObject({ source: 'https://a.example/a.js?x' });
  });

  it('start a script that is injected later, and stop with the collector', () => {
    const page = aPage();
    page.order('ready');
    expect(page.orders).toEqual(['start', 'ready', 'start']);
    page.ending.abort();
    page.fail();
    page.order('ready');
    expect(page.orders.slice(3)).toEqual(['stop', 'ready']);
    expect(page.told).toEqual([]);
  });
});
