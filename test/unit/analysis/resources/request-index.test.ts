import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  createRequestIndex,
  indexRequests,
  type RequestIndex,
} from '../../../../src/analysis/resources/request-index.ts';
import type { ResourceRecord } from '../../../../src/model/resources.ts';
import { timingSize } from '../../../../src/model/size.ts';
import { resourceRecord } from '../../../fixtures/builders/analysis.ts';
import { growingLists } from '../../../fixtures/builders/any-resources.ts';
import { PAGE_ORIGIN } from '../../../fixtures/builders/resource-entries.ts';

const url = `${PAGE_ORIGIN}/lib.js`;

test('requests are found by URL, and those of a URL that came again by that', () => {
  const first = resourceRecord({ url });
  const second = resourceRecord({ url, startTime: 200 });
  const { byUrl, repeated } = indexRequests([first, second, resourceRecord()]);
  expect(byUrl.get(url)).toEqual([first, second]);
  expect([...repeated].map(([key, { requests }]) => [key, requests])).toEqual([[url, [first, second]]]);
});

test('files of one name and size under two URLs are copies', () => {
  const resources = [resourceRecord({ url }), resourceRecord({ url }), resourceRecord({ url: `${url}?v=2` })];
  const [copies, ...others] = indexRequests(resources).copies.values();
  expect(copies?.requests).toEqual([resources[0], resources[2]]);
  expect(others).toEqual([]);
  expect(indexRequests(resources.slice(0, 2)).copies.size).toBe(0);
});

test.each([
  ['another name', {}, { url: `${PAGE_ORIGIN}/other.js` }],
  ['another body', {}, { decodedBodySize: timingSize(30_001) }],
  ['a body too small to tell by', { decodedBodySize: timingSize(999) }, {}],
  ['been an answer to a script', { resourceType: 'other' as const }, {}],
])('one that has %s is no copy', (_, of, overrides) => {
  const first = resourceRecord({ url, ...of });
  expect(indexRequests([first, { ...first, url: `${url}?v=2`, ...overrides }]).copies.size).toBe(0);
});

test('an origin knows its requests, its connections and the first request', () => {
  const { phases } = resourceRecord();
  const early = resourceRecord({ startTime: 50, connectionId: '7', protocol: 'http/1.1' });
  const reused = { ...phases, dns: null, connect: null, tls: null };
  const { byOrigin } = indexRequests([
    resourceRecord({ url: 'data:text/plain,none' }),
    resourceRecord({ phases: reused, connectionId: '7' }),
    early,
  ]);
  expect([...byOrigin.keys()]).toEqual([PAGE_ORIGIN]);
  expect(byOrigin.get(PAGE_ORIGIN)?.counts).toEqual({
    origin: PAGE_ORIGIN,
    requests: 2,
    http1: 1,
    connections: new Set(['7']),
    opened: 1,
    openedMs: 20,
    first: early,
  });
});

test('an index that grew equals one that was made at once', () => {
  fc.assert(
    fc.property(growingLists, (lists) => {
      const index = createRequestIndex();
      for (const resources of lists) {
        expect(contentsOf(index.update(resources))).toEqual(contentsOf(indexRequests(resources)));
      }
    }),
  );
});

/** An index without the order in which requests became known, which is another when a page is read at once. */
function contentsOf({ byUrl, repeated, copies, byOrigin }: RequestIndex) {
  const ordered = (lists: ReadonlyMap<string, readonly ResourceRecord[]>) =>
    [...lists].map(([key, list]) => [key, list.map((resource) => JSON.stringify(resource)).toSorted()] as const);
  const transfers = (tables: RequestIndex['repeated']) =>
    [...tables].map(([key, { requests, bytes }]) => [key, { bytes, starts: requests.map(placeOf) }] as const);
  return {
    byUrl: new Map(ordered(byUrl)),
    repeated: new Map(transfers(repeated)),
    copies: new Map(transfers(copies)),
    byOrigin: new Map(
      [...byOrigin].map(
        ([
          origin,
          {
            counts: { first, openedMs: _, ...counts },
          },
        ]) => [origin, { ...counts, first: first.startTime }],
      ),
    ),
  };
}

function placeOf({ url: address, startTime }: ResourceRecord): string {
  return `${startTime} ${address}`;
}
