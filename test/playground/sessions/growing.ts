import type { EntryRecord } from '../../../src/model/entries.ts';
import type { PageSnapshot } from '../../../src/model/snapshot.ts';
import type { SessionSource } from '../../../src/panel/session-source.ts';
import { scriptErrorObservation } from '../../fixtures/builders/observations.ts';
import { pageSnapshot, TIME_ORIGIN, viewRecord } from '../../fixtures/builders/page-loads.ts';
import { opaqueEntry, PAGE_ORIGIN, resourceEntry } from '../../fixtures/builders/resource-entries.ts';
import { withStorage } from '../recorded-storage.ts';
import { createStreamingSource, type Pace } from '../streaming-source.ts';
import { busySession } from './busy.ts';

const CHUNK_SIZE = 16;
const TYPES = [
  ['img', 'webp', 190_000],
  ['script', 'js', 240_000],
  ['link', 'css', 30_000],
  ['fetch', 'json', 4000],
  ['css', 'woff2', 160_000],
] as const;
const range = (count: number) => Array.from({ length: count }, (_, index) => index);

/** The busy feed as it grows: requests and errors come with all else, limits break one after the other, and a route begins. */
export function growingSession(pace: Pace): SessionSource {
  const snapshot = growingPage();
  const source = createStreamingSource(snapshot, CHUNK_SIZE, pace);
  const { listPageLoads, getPageLoads } = source;
  return { ...withStorage(source, [snapshot.pageLoad], []), listPageLoads, getPageLoads };
}

function growingPage(): PageSnapshot {
  const [busy] = busySession();
  if (!busy) throw new Error('The busy session has no page load.');
  const errors = range(4).map((index) =>
    scriptErrorObservation({ startTime: 3000 + index * 9000, message: `TypeError: card ${index} is undefined` }),
  );
  return pageSnapshot([...busy.entries, ...range(120).map(request), ...errors], {
    ...busy.pageLoad,
    // The first byte is known first.
    vitals: busy.pageLoad.vitals.toReversed(),
    views: [
      ...busy.pageLoad.views,
      viewRecord({ viewId: 'view-2', kind: 'soft-navigation', url: `${PAGE_ORIGIN}/feed/2`, startTime: 24_000 }),
    ],
    budgetHistory: {
      views: [],
      events: range(6).map((index) => ({
        at: TIME_ORIGIN + 2000 + index * 7000,
        budget: 'Starter',
        metric: `resource-count:${index % 2 ? 'image' : 'script'}`,
        relative: false,
        level: index % 3 ? 'error' : 'warn',
        actual: 10 + index,
        expected: 10,
        viewId: 'view-1',
      })),
    },
  });
}

function request(index: number): EntryRecord {
  const [initiatorType, extension, bytes] = TYPES[index % TYPES.length] ?? TYPES[0];
  const startTime = 150 + index * 450;
  if (index % 11 === 10) return opaqueEntry({ name: `https://cdn.other.example/${index}.${extension}`, startTime });
  return resourceEntry({
    name: `${PAGE_ORIGIN}/assets/a-file-with-a-name-that-is-not-short-${index}.${extension}`,
    initiatorType,
    startTime,
    responseStatus: index % 9 === 7 ? 404 : 200,
    transferSize: bytes + 300,
    encodedBodySize: bytes,
    decodedBodySize: bytes * 3,
  });
}
