import { parseOutbox } from '../channel/guards.ts';
import type { CollectorMessage } from '../channel/messages.ts';
import { OUTBOX_PREFIX, type OutboxRecord } from '../channel/outbox.ts';
import { readOutbox, removeFromOutbox } from '../store/outbox.ts';
import { browserInfo } from './browser-info.ts';
import type { Ingest } from './ingest.ts';

/**
 * Takes in what documents left in the outbox, as if it had come by port, then removes it. A record that is malformed or
 * whose nonce does not fit its page load is removed unread; one that could not be written stays for the next time.
 */
export async function drainOutbox(ingest: Ingest): Promise<void> {
  for (const [pageLoadId, value] of await readOutbox(OUTBOX_PREFIX)) {
    const record = parseOutbox(value);
    const settled = record === null || (await takeIn(pageLoadId, record, ingest));
    if (settled) await removeFromOutbox(OUTBOX_PREFIX, pageLoadId);
  }
}

/** False when the store could not be written. */
async function takeIn(pageLoadId: string, record: OutboxRecord, ingest: Ingest): Promise<boolean> {
  const messages: CollectorMessage[] = [
    ...record.chunks,
    ...record.vitals.map((vital) => ({ type: 'vital', vital }) as const),
    record.fin,
  ];
  const results = messages.map((message) => submit(pageLoadId, message, record.nonce, ingest));
  return (await Promise.all(results)).every(Boolean);
}

function submit(pageLoadId: string, message: CollectorMessage, nonce: string, ingest: Ingest): Promise<boolean> {
  return new Promise((resolve) => {
    ingest.submit({
      pageLoadId,
      message,
      at: {
        identity: null,
        sessionId: '',
        topPageLoadId: '',
        browser: browserInfo(navigator.userAgent),
        now: Date.now(),
        nonce,
      },
      onStored: () => resolve(true),
      onRefused: (reason) => resolve(!(reason instanceof Error) && reason !== 'no-room'),
    });
  });
}
