import { describe, expect, test } from 'vitest';
import { createHarLog } from '../../../src/har/har-log.ts';
import { chromiumHarEntry } from '../../fixtures/builders/chromium-har.ts';

const START = Date.UTC(2026, 0, 15, 10);

function entry(path: string, at: number, rest: Readonly<Record<string, unknown>> = {}) {
  const request = { method: 'GET', url: `https://shop.example${path}` };
  return chromiumHarEntry({ request, startedDateTime: new Date(START + at).toISOString(), time: 10, ...rest });
}

function redirect(path: string, at: number, to: string) {
  return entry(path, at, { response: { status: 302, redirectURL: to } });
}

describe('the log', () => {
  test('gives each request an id of its own, also two of one URL in one millisecond', () => {
    const log = createHarLog('log');
    const ids = [...log.note(entry('/a', 0)), ...log.note(entry('/a', 0))].map(({ id }) => id);
    expect(new Set(ids).size).toBe(2);
  });

  test('takes what it held at the start once, also when its event comes after', () => {
    const log = createHarLog('log');
    expect(log.noteEarlier(entry('/a', 0))).toHaveLength(1);
    expect(log.note(entry('/a', 0))).toEqual([]);
    expect(log.noteEarlier(entry('/b', 5))).toHaveLength(1);
    expect(log.note(entry('/c', 9))).toHaveLength(1);
    expect(log.noteEarlier(entry('/c', 9))).toEqual([]);
  });

  test('links the answers of a chain, those of two at once each to its own', () => {
    const log = createHarLog('log');
    const [early] = log.note(redirect('/old', 0, '/new'));
    const [late] = log.note(redirect('/old', 120, '/new'));
    const [afterLate] = log.note(entry('/new', 131));
    const [afterEarly] = log.note(entry('/new', 11));
    expect(afterLate?.redirectedFrom).toBe(late?.id);
    expect(afterEarly?.redirectedFrom).toBe(early?.id);
    expect(log.note(entry('/new', 200))[0]?.redirectedFrom).toBeNull();
  });

  test('links a chain also when its end is told of before the answers that led there', () => {
    const log = createHarLog('log');
    const [end] = log.note(entry('/end', 22));
    const [middle] = log.note(redirect('/middle', 11, '/end'));
    const [first, again] = log.note(redirect('/first', 0, '/middle'));
    expect(end?.redirectedFrom).toBeNull();
    expect(again).toMatchObject({
      id: middle?.id,
      redirectedFrom: first?.id,
      redirectedTo: 'https://shop.example/end',
    });
    expect(log.note(redirect('/other', 11, '/end'))).toHaveLength(1);
  });

  test('does not take for the end of a chain what was asked for before its answer', () => {
    const log = createHarLog('log');
    log.note(entry('/new', 0));
    const [hop] = log.note(redirect('/old', 90, '/new'));
    expect(log.note(entry('/new', 101))[0]?.redirectedFrom).toBe(hop?.id);
  });

  test('tells of what was answered and never ends once, and takes it up when it ends after all', () => {
    const log = createHarLog('log');
    const unread = entry('/unread', 0);
    expect(log.noteUnread([unread], START + 500)).toEqual([]);
    const [noted] = log.noteUnread([unread], START + 2000);
    expect(noted).toMatchObject({ finished: false });
    expect(log.noteUnread([entry('/unread', 0, { time: 3000 })], START + 4000)).toEqual([]);
    expect(log.note(entry('/unread', 0, { time: 5000 }))).toMatchObject([{ id: noted?.id, finished: true }]);
  });

  test('does not take for unread what has no answer yet', () => {
    const log = createHarLog('log');
    expect(log.noteUnread([entry('/slow', 0, { response: { status: 0 } })], START + 9000)).toEqual([]);
  });
});
