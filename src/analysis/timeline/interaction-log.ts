import type { EventEntry } from '../../model/entries.ts';
import type { InteractionRecord } from '../../model/timeline.ts';
import type { Milliseconds } from '../../model/units.ts';

/** The interactions of a page load, extended as entries come. */
export interface InteractionLog {
  add(entry: EventEntry): void;
  /**
   * Interactions by start time. `restoredAt`: when the page came back from bfcache. Firefox measures an event that was not painted
   * when the page was left to the first paint after its return: how long the page was away is no one's waiting.
   */
  records(restoredAt?: readonly Milliseconds[]): readonly InteractionRecord[];
}

/** Event durations are rounded to 8 ms: events of one interaction that end within that are presented in one frame. */
const FRAME_TOLERANCE_MS = 8;

/**
 * An empty log. Events with the same interactionId are one interaction (pointerdown, pointerup and click of one tap); events
 * without one are no interaction (https://w3c.github.io/event-timing/#sec-performance-event-timing).
 */
export function createInteractionLog(): InteractionLog {
  const events = new Map<number, EventEntry[]>();
  const made = new Map<number, InteractionRecord | null>();
  let restores = 0;
  return {
    add(entry) {
      const id = entry.interactionId ?? 0;
      if (id <= 0) return;
      const own = events.get(id);
      if (own === undefined) events.set(id, [entry]);
      else own.push(entry);
      made.delete(id);
    },
    records(restoredAt = []) {
      if (restoredAt.length !== restores) made.clear();
      restores = restoredAt.length;
      for (const [id, own] of events) {
        if (!made.has(id)) made.set(id, interactionOf(own.filter((event) => !spansAny(event, restoredAt))));
      }
      // In the order of their first event, whichever of them was made anew.
      const records = [...events.keys()].flatMap((id) => made.get(id) ?? []);
      return records.toSorted((a, b) => a.startTime - b.startTime);
    },
  };
}

/**
 * The longest event gives start and duration. The parts are of all events presented with it, as web-vitals counts INP: the time
 * before the first handler, the handlers, and the time from the last handler to the paint. Null when there is no event.
 */
function interactionOf(events: readonly EventEntry[]): InteractionRecord | null {
  if (events.length === 0) return null;
  const longest = events.reduce((a, b) => (b.duration > a.duration ? b : a));
  const end = longest.startTime + longest.duration;
  const together = events.filter((event) => Math.abs(event.startTime + event.duration - end) <= FRAME_TOLERANCE_MS);
  const busiest = together.reduce((a, b) => (handling(b) > handling(a) ? b : a), longest);
  const processingStart = Math.min(...together.map((event) => event.processingStart));
  const processingEnd = Math.max(...together.map((event) => event.processingEnd));
  return {
    startTime: longest.startTime,
    duration: longest.duration,
    type: busiest.name,
    target: busiest.target ?? together.find((event) => event.target !== null)?.target ?? null,
    inputDelay: Math.max(0, processingStart - longest.startTime),
    processingDuration: Math.max(0, processingEnd - processingStart),
    // The rounded duration can end before the handlers did.
    presentationDelay: Math.max(0, end - processingEnd),
  };
}

function spansAny({ startTime, duration }: EventEntry, moments: readonly Milliseconds[]): boolean {
  return moments.some((moment) => startTime < moment && startTime + duration >= moment - FRAME_TOLERANCE_MS);
}

function handling(event: EventEntry): number {
  return event.processingEnd - event.processingStart;
}
