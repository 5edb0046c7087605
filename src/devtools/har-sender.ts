import type { HarMessage, HarPage, HarReply } from '../channel/devtools-messages.ts';
import { MAX_REQUEST_BATCH_BYTES } from '../channel/limits.ts';
import type { HarRequest } from '../model/har-request.ts';

/** A page load that says nothing for so long is not recorded, and neither are its requests. */
const GIVE_UP_MS = 20_000;
/** Batches that wait; a worker that does not come back must not cost the memory of the browser. */
const MAX_WAITING = 200;

/** Keeps batches of requests until the background has stored them, or will not. */
export interface HarSender {
  send(page: HarPage | null, requests: readonly HarRequest[], dropped: number): void;
  hear(reply: HarReply): void;
  /** Posts again all that waits: the connection is new, or it is time to ask again. */
  resend(): void;
}

interface Waiting {
  readonly message: HarMessage;
  readonly since: number;
}

export function createHarSender(logId: string, post: (message: HarMessage) => boolean): HarSender {
  const waiting = new Map<number, Waiting>();
  let next = 0;
  /** Left out for want of room; told with the next batch. */
  let lost = 0;

  function sendPart(page: HarPage | null, requests: readonly HarRequest[], dropped: number): void {
    const text = JSON.stringify(requests);
    if (text.length > MAX_REQUEST_BATCH_BYTES && requests.length > 1) {
      const half = Math.ceil(requests.length / 2);
      sendPart(page, requests.slice(0, half), dropped);
      sendPart(page, requests.slice(half), 0);
      return;
    }
    const count = requests.length;
    if (waiting.size >= MAX_WAITING) {
      lost += count + dropped;
      return;
    }
    const message: HarMessage = { type: 'har', logId, n: next, page, count, dropped: dropped + lost, requests: text };
    lost = 0;
    next += 1;
    waiting.set(message.n, { message, since: Date.now() });
    post(message);
  }

  return {
    send: sendPart,
    hear({ type, n }) {
      if (type !== 'har-later') waiting.delete(n);
    },
    resend() {
      for (const [n, { message, since }] of waiting) {
        if (Date.now() - since > GIVE_UP_MS) waiting.delete(n);
        else post(message);
      }
    },
  };
}
