import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { HarMessage } from '../../../src/channel/devtools-messages.ts';
import { MAX_REQUEST_BATCH_BYTES } from '../../../src/channel/limits.ts';
import { createHarSender } from '../../../src/devtools/har-sender.ts';
import { harRequest } from '../../fixtures/builders/har-requests.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function start() {
  const posted: HarMessage[] = [];
  const sender = createHarSender('log', (message) => posted.push(message) > 0);
  return { sender, numbers: () => posted.splice(0).map(({ n }) => n), posted };
}

describe('a batch of the network log', () => {
  test('is offered again, as it was, until it is stored', () => {
    const { sender, posted } = start();
    sender.send(null, [harRequest()], 0);
    sender.resend();
    expect(posted[1]).toEqual(posted[0]);
    sender.hear({ type: 'har-later', n: 0 });
    sender.resend();
    expect(posted).toHaveLength(3);
    sender.hear({ type: 'har-stored', n: 0 });
    sender.resend();
    expect(posted).toHaveLength(3);
  });

  test('of a page that is not recorded is given up', () => {
    const { sender, numbers } = start();
    sender.send(null, [harRequest()], 0);
    sender.send(null, [harRequest()], 0);
    sender.hear({ type: 'har-refused', n: 1 });
    numbers();
    vi.advanceTimersByTime(21_000);
    sender.resend();
    expect(numbers()).toEqual([]);
  });

  test('is no larger than a message may be, and loses nothing by it', () => {
    const { sender, posted } = start();
    const requests = Array.from({ length: 300 }, (_, n) => harRequest({ id: `log/${n}`, url: 'u'.repeat(2000) }));
    sender.send(null, requests, 0);
    expect(posted.every((message) => message.requests.length <= MAX_REQUEST_BATCH_BYTES)).toBe(true);
    expect(posted.flatMap((message) => JSON.parse(message.requests))).toEqual(requests);
  });

  test('that finds no room is counted with the next', () => {
    const { sender, posted } = start();
    for (let n = 0; n < 201; n++) sender.send(null, [harRequest()], 0);
    expect(posted).toHaveLength(200);
    sender.hear({ type: 'har-stored', n: 0 });
    sender.send(null, [harRequest()], 2);
    expect(posted.at(-1)).toMatchObject({ n: 200, count: 1, dropped: 3 });
  });
});
