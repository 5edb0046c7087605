import type { EntryRecord } from '../../../src/model/entries.ts';
import type { PageSnapshot } from '../../../src/model/snapshot.ts';
import { failedResourceObservation, heapObservation } from '../../fixtures/builders/observations.ts';
import { pageSnapshot, viewRecord, vitalRecord } from '../../fixtures/builders/page-loads.ts';
import { navigationEntry, PAGE_ORIGIN, resourceEntry } from '../../fixtures/builders/resource-entries.ts';
import {
  eventEntry,
  frameEntry,
  lcpEntry,
  longTaskEntry,
  paintEntry,
  scriptTiming,
  shiftEntry,
  shiftSource,
} from '../../fixtures/builders/timeline-entries.ts';

const URL = `${PAGE_ORIGIN}/feed`;
const SCRIPTS = ['feed.js', 'ads/slots.js', 'analytics.js'];
const FUNCTIONS = ['renderCards', 'fillSlot', 'measureAll', 'flush'];
const SLOWEST = 'article:nth-child(7)>button.like';
const range = (count: number) => Array.from({ length: count }, (_, index) => index);

/** A feed that is used for a minute: it shifts, blocks, answers late, keeps memory and misses pictures. */
export function busySession(): readonly PageSnapshot[] {
  const entries = [
    navigationEntry({ name: URL }),
    resourceEntry(),
    paintEntry(),
    lcpEntry(),
    ...range(60).flatMap(busyMoment),
    ...range(30).map(shift),
    ...range(24).map(interaction),
    ...range(13).map((index) =>
      heapObservation({ startTime: 1000 + index * 5000, usedJSHeapSize: 18_000_000 + index * 2_600_000 }),
    ),
    ...range(3).map((index) =>
      failedResourceObservation({ name: `${PAGE_ORIGIN}/img/avatar-${index}.png`, startTime: 900 + index * 4000 }),
    ),
  ];
  return [
    pageSnapshot(entries, {
      url: URL,
      title: 'Feed',
      views: [viewRecord({ url: URL })],
      vitals: [
        vitalRecord({ value: 2100 }),
        vitalRecord({ name: 'CLS', value: 0.384, attribution: { largestShiftTarget: 'article:nth-child(20)' } }),
        vitalRecord({ name: 'INP', value: 719, attribution: { interactionTarget: SLOWEST } }),
        vitalRecord({ name: 'FCP', value: 400 }),
        vitalRecord({ name: 'TTFB', value: 63 }),
      ],
    }),
  ];
}

function busyMoment(index: number): readonly EntryRecord[] {
  const startTime = 500 + index * 1000;
  const duration = 60 + ((index * 53) % 240);
  const script = scriptTiming({
    startTime: startTime + 5,
    duration: duration - 15,
    invoker: 'TimerHandler:setTimeout',
    invokerType: 'user-callback',
    sourceURL: `${PAGE_ORIGIN}/${SCRIPTS[index % SCRIPTS.length]}`,
    sourceFunctionName: FUNCTIONS[index % FUNCTIONS.length] ?? '',
    sourceCharPosition: 100 * (index % FUNCTIONS.length),
    forcedStyleAndLayoutDuration: index % 4 === 2 ? duration / 3 : 0,
  });
  return [
    longTaskEntry({ startTime, duration }),
    frameEntry({
      startTime,
      duration: duration + 10,
      renderStart: startTime + duration - 8,
      styleAndLayoutStart: startTime + duration - 6,
      blockingDuration: Math.max(0, duration - 50),
      scripts: [script],
    }),
  ];
}

function interaction(index: number): EntryRecord {
  const startTime = 4000 + index * 2300;
  const duration = 40 + ((index * 97) % 700);
  const processingStart = startTime + 8 + (index % 5) * 20;
  return eventEntry({
    interactionId: index + 1,
    startTime,
    duration,
    processingStart,
    processingEnd: Math.max(processingStart, Math.min(startTime + 24 + ((index * 61) % 480), startTime + duration - 8)),
    target: index % 3 === 0 ? 'button#load-more' : `article:nth-child(${index})>button.like`,
  });
}

function shift(index: number): EntryRecord {
  const top = 60 + ((index * 37) % 300);
  const by = 20 + ((index * 29) % 180);
  return shiftEntry({
    startTime: 1300 + index * 700 + (index % 4) * 1200,
    value: 0.004 + ((index * 13) % 10) / 90,
    hadRecentInput: index % 7 === 6,
    sources: [
      shiftSource({
        node: `article:nth-child(${index + 1})`,
        previousRect: [40, top, 720, 240],
        currentRect: [40, top + by, 720, 240],
      }),
      shiftSource({
        node: 'aside.related',
        previousRect: [800, top, 280, 400],
        currentRect: [800, top + by, 280, 360],
      }),
    ],
  });
}
