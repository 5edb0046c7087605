import { describe, expect, test } from 'vitest';
import { createInteractionLog } from '../../../../src/analysis/timeline/interaction-log.ts';
import type { EventEntry } from '../../../../src/model/entries.ts';
import { eventEntry, firstInputEntry } from '../../../fixtures/builders/timeline-entries.ts';

function interactionsOf(entries: readonly EventEntry[]) {
  const log = createInteractionLog();
  for (const entry of entries) log.add(entry);
  return log.records();
}

describe('an interaction', () => {
  test('has the three parts of its latency', () => {
    expect(interactionsOf([eventEntry()])).toEqual([
      {
        startTime: 2000,
        duration: 208,
        type: 'click',
        target: 'button.buy',
        inputDelay: 10,
        processingDuration: 180,
        presentationDelay: 18,
      },
    ]);
  });

  test('is all events with its id; the parts are of those presented together, the type of the busiest', () => {
    const interactions = interactionsOf([
      eventEntry({ name: 'pointerdown', startTime: 1900, duration: 16, processingStart: 1901, processingEnd: 1902 }),
      eventEntry({ name: 'pointerup', processingStart: 2010, processingEnd: 2011 }),
      eventEntry({ name: 'click', processingStart: 2011, processingEnd: 2191 }),
    ]);
    expect(interactions).toMatchObject([
      { type: 'click', startTime: 2000, inputDelay: 10, processingDuration: 181, presentationDelay: 17 },
    ]);
  });

  test('is no event without an id', () => {
    expect(interactionsOf([eventEntry({ interactionId: 0, name: 'pointerover' })])).toEqual([]);
    const { interactionId: _, ...withoutId } = eventEntry();
    expect(interactionsOf([withoutId])).toEqual([]);
  });

  test('that was too short to be reported otherwise is still known from first-input', () => {
    expect(interactionsOf([firstInputEntry({ duration: 24, processingEnd: 2012 })])).toHaveLength(1);
  });

  test('keeps the name of its target when one of its events lost it', () => {
    expect(interactionsOf([eventEntry({ target: null, processingEnd: 2195 }), eventEntry()])[0]?.target).toBe(
      'button.buy',
    );
  });

  test('has no negative part when the rounded duration ends before the handlers', () => {
    expect(interactionsOf([eventEntry({ duration: 184, processingEnd: 2190 })])[0]?.presentationDelay).toBe(0);
  });

  test('does not count what was painted only when its page came back from bfcache', () => {
    const log = createInteractionLog();
    log.add(eventEntry({ name: 'pointerdown', startTime: 1990, duration: 16, processingEnd: 1995 }));
    log.add(eventEntry({ startTime: 2000, duration: 3000, processingEnd: 2010 }));
    log.add(eventEntry({ interactionId: 9, startTime: 2100, duration: 2900 }));
    log.add(eventEntry({ interactionId: 11, startTime: 5200, duration: 104 }));
    const spans = (restoredAt: readonly number[]) =>
      log.records(restoredAt).map(({ startTime, duration }) => [startTime, duration]);
    expect(spans([])).toEqual([
      [2000, 3000],
      [2100, 2900],
      [5200, 104],
    ]);
    // The duration is rounded, so the event seems to end just before the return.
    expect(spans([5004])).toEqual([
      [1990, 16],
      [5200, 104],
    ]);
  });

  test('comes in order of time, and changes with what comes later', () => {
    const log = createInteractionLog();
    log.add(eventEntry({ interactionId: 9, startTime: 3000 }));
    log.add(eventEntry({ interactionId: 7, startTime: 2000, duration: 104 }));
    expect(log.records().map(({ duration }) => duration)).toEqual([104, 208]);
    log.add(eventEntry({ interactionId: 7, startTime: 2000, duration: 304 }));
    expect(log.records().map(({ duration }) => duration)).toEqual([304, 208]);
  });
});
