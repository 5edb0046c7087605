import { expect, test } from 'vitest';
import type { Ledger } from '../../../../src/model/page-load.ts';
import { ledgerText, liveText } from '../../../../src/panel/state/session-text.ts';
import { pageLoadRecord } from '../../../fixtures/builders/page-loads.ts';

const LEDGER: Ledger = {
  made: 1200,
  stored: 1200,
  dropped: { browser: 0, caps: 0, exit: 0 },
  rejected: 0,
  complete: true,
};
const ledger = (overrides: Partial<Ledger>, state: 'open' | 'ended' | 'lost' = 'ended') =>
  ledgerText(pageLoadRecord({ state, ledger: { ...LEDGER, ...overrides } }));

test('says that a ledger is complete', () => {
  expect(ledger({})).toEqual({ tone: 'good', text: '1,200 of 1,200 entries stored, complete' });
});

test('says of an open page load what is stored so far', () => {
  expect(ledger({ complete: false }, 'open').text).toBe('1,200 of 1,200 entries stored so far');
});

test('names every gap', () => {
  const { tone, text } = ledger({
    stored: 1190,
    dropped: { browser: 3, caps: 5, exit: 2 },
    rejected: 1,
    complete: false,
  });
  expect(tone).toBe('warn');
  for (const part of ['1,190 of 1,200', '3 lost by the browser', '5 left out', '2 lost when', '1 rejected']) {
    expect(text).toContain(part);
  }
});

test('does not take an unknown loss for none', () => {
  expect(ledger({ dropped: { browser: null, caps: 0, exit: 0 } }).text).toContain(
    'losses before recording began are unknown',
  );
});

test('warns of a page load that ended without a final record', () => {
  expect(ledger({ dropped: { browser: 0, caps: 0, exit: null }, complete: false }, 'lost')).toMatchObject({
    tone: 'warn',
  });
});

test('tells whether figures still grow', () => {
  const open = pageLoadRecord({ state: 'open' });
  const ended = pageLoadRecord({ state: 'ended' });
  expect(liveText('live', open, 'recording').text).toBe('Recording');
  expect(liveText('live', ended, 'recording').text).toBe('Page left');
  expect(liveText('live', ended, 'paused')).toEqual({ tone: 'warn', text: 'Not recording' });
  expect(liveText('live', pageLoadRecord({ state: 'lost' }), 'recording').text).toBe('Cut off');
  expect(liveText('lost', open, 'recording')).toEqual({ tone: 'warn', text: 'Reconnecting' });
  expect(liveText('connecting', null, null).text).toBe('Connecting');
  expect(liveText('live', null, null).text).toBe('Waiting');
});
