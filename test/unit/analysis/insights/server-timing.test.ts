import { expect, test } from 'vitest';
import { serverTiming } from '../../../../src/analysis/insights/server-timing.ts';
import type { ServerTiming } from '../../../../src/model/entries.ts';
import type { ResourceRecord } from '../../../../src/model/resources.ts';
import { pageFacts, resourceRecord } from '../../../fixtures/builders/analysis.ts';

const part = (name: string, duration: number, description = ''): ServerTiming => ({ name, duration, description });

function document(...parts: readonly ServerTiming[]): ResourceRecord {
  return resourceRecord({
    url: 'https://shop.example/',
    initiatorType: 'navigation',
    resourceType: 'document',
    startTime: 0,
    serverTiming: parts,
  });
}

function answer(path: string, ...parts: readonly ServerTiming[]): ResourceRecord {
  return resourceRecord({ url: `https://shop.example${path}`, serverTiming: parts });
}

function run(...resources: readonly ResourceRecord[]) {
  return serverTiming.run(pageFacts({ resources }));
}

test("the document's parts come first, in the server's own words, the longest of them to blame", () => {
  expect(run(document(part('cache', 0, 'MISS'), part('app', 80), part('db', 720.4, 'orders')))).toEqual({
    status: 'fail',
    findings: [
      {
        message:
          'The server says of this page: db (orders) 720 ms, app 80 ms, cache (MISS). Start with db: the page waits for it.',
        severity: 'high',
        url: 'https://shop.example/',
        startTime: 0,
        duration: 720.4,
      },
    ],
  });
  expect(run(document(part('app', 12)))).toMatchObject({
    status: 'informative',
    findings: [{ severity: 'low', message: expect.stringContaining('app 12 ms. No part of it is long.') }],
  });
});

test('other responses are summed by name, with the one in which the part was longest', () => {
  const answers = [40, 60, 80, 700].map((ms, i) =>
    answer(`/api/${i}`, part('db', ms), part('cache', 0, i < 3 ? 'HIT' : 'MISS')),
  );
  expect(run(...answers)).toEqual({
    status: 'informative',
    findings: [
      {
        message: 'db was named by 4 responses: 880 ms in all, three quarters within 80 ms, at most 700 ms in 3.',
        severity: 'low',
        url: 'https://shop.example/api/3',
        startTime: 100,
        duration: 700,
      },
      {
        message: 'cache (HIT 3 times, MISS) was named by 4 responses: without a duration.',
        severity: 'low',
        url: 'https://shop.example/api/0',
        startTime: 100,
      },
    ],
  });
});

test('a part that is usually long is to be mended', () => {
  expect(run(answer('/a', part('db', 600)), answer('/b', part('db', 650)))).toMatchObject({
    status: 'fail',
    findings: [{ severity: 'medium', message: expect.stringContaining('Speed it up') }],
  });
  expect(run(answer('/a', part('db', 599))).status).toBe('informative');
});

test('a server that names something else each time does not flood the list', () => {
  const many = Array.from({ length: 100 }, (_, i) => part(`part-${i}`, i + 1));
  const result = run(answer('/a', ...many));
  expect(result).toMatchObject({ findings: { length: 20, 0: { duration: 100 } } });
});

test('a page whose servers say nothing has nothing to tell', () => {
  expect(run(document(), answer('/a'))).toEqual({ status: 'pass', findings: [] });
});
