import type { Runtime } from 'webextension-polyfill';
import { parseCollectorMessage } from '../channel/guards.ts';
import { CREDITS, MAX_BAD_MESSAGES, MAX_POST_MESSAGES } from '../channel/limits.ts';
import { type CollectorMessage, type CollectorReply, type NackMessage, PROTOCOL_VERSION } from '../channel/messages.ts';
import type { ResilientStore } from '../store/resilient-store.ts';
import type { StoredPageLoad } from '../store/schema.ts';
import { failureOf } from '../store/store-failure.ts';
import type { Circumstances } from './apply.ts';
import { browserInfo } from './browser-info.ts';
import { type Collectors, type LiveCollector, siteOf } from './collectors.ts';
import type { DocumentIdentity } from './identity.ts';
import type { Ingest, Refusal } from './ingest.ts';
import type { LostPageLoads } from './lost-page-loads.ts';
import type { Recording, Terms } from './recording.ts';
import { sessionIdOf } from './session-id.ts';
import { topPageLoadIdOf } from './top-page-load.ts';

/** A collector waits this long before it offers again what could not be written; without room, unless it is told earlier. */
const RETRY_MS = 2000;
const RETRY_WITHOUT_ROOM_MS = 30_000;

/** Where a page load belongs. */
type Place = Pick<Circumstances, 'sessionId' | 'topPageLoadId'>;

/** What a collector's port is served with. */
export interface CollectorServices {
  readonly ingest: Ingest;
  readonly collectors: Collectors;
  readonly recording: Recording;
  readonly lost: LostPageLoads;
  readonly store: Pick<ResilientStore, 'epoch' | 'isLimited'>;
}

/**
 * Serves one collector's port: guards what comes, submits it in order, acknowledges after the transaction is complete. A document
 * that is not recorded is told to stop, and nothing of it is written.
 */
export function serveCollector(
  port: Runtime.Port,
  identity: DocumentIdentity,
  { ingest, collectors, recording, lost, store }: CollectorServices,
): void {
  let pageLoadId: string | null = null;
  let bad = 0;
  let acknowledging: number | null = null;
  let stopped = false;
  let welcomedBy = '';
  // Session and terms come from storage; what was posted meanwhile waits for them in its order.
  const session = sessionIdOf(identity.tabId);
  let terms: Promise<Terms | null> = Promise.resolve(null);
  let top: Promise<string> = Promise.resolve('');
  const browser = browserInfo(navigator.userAgent);
  const collector: LiveCollector = {
    tabId: identity.tabId,
    origin: identity.origin,
    ...siteOf(port.sender),
    tell: reply,
    stop() {
      stopped = true;
      reply({ type: 'stop' });
    },
  };
  collectors.add(collector);
  port.onDisconnect.addListener(() => {
    collectors.remove(collector);
    if (pageLoadId === null) return;
    const id = pageLoadId;
    // After the messages that wait for the same.
    Promise.allSettled([session, top, terms]).then(() => lost.disconnected(id, identity.tabId));
  });

  port.onMessage.addListener((post: unknown) => {
    if (Array.isArray(post) && post.length <= MAX_POST_MESSAGES) post.forEach(take);
    else refuseBad();
  });

  function take(value: unknown): void {
    const message = parseCollectorMessage(value);
    if (message?.type === 'hello') {
      if (message.v !== PROTOCOL_VERSION) return void reply(nack('version'));
      if (pageLoadId === null) lost.connected(message.pageLoadId);
      pageLoadId ??= message.pageLoadId;
      terms = recording.termsOf(collector);
      top = topPageLoadIdOf(pageLoadId, identity, collector.siteHost);
    }
    if (!message || pageLoadId === null || (message.type === 'hello' && message.pageLoadId !== pageLoadId)) {
      return void refuseBad();
    }
    const id = pageLoadId;
    Promise.all([session, top, terms]).then(
      ([sessionId, topPageLoadId, granted]) => admit(id, message, { sessionId, topPageLoadId }, granted),
      () => reply(nack('unavailable', 0, RETRY_MS)),
    );
  }

  function admit(id: string, message: CollectorMessage, place: Place, granted: Terms | null): void {
    if (!granted && !stopped) collector.stop();
    // A collector that was stopped says what it made in all, so that its ledger closes.
    if (stopped && message.type !== 'fin') return;
    submit(id, message, place, granted);
  }

  function submit(id: string, message: CollectorMessage, place: Place, granted: Terms | null): void {
    ingest.submit({
      pageLoadId: id,
      message,
      at: { identity, ...place, browser, now: Date.now(), nonce: crypto.randomUUID() },
      onStored(stored) {
        if (message.type === 'hello') {
          welcomedBy = store.epoch();
          reply({ type: 'welcome', next: stored.next, nonce: stored.nonce, credits: CREDITS, epoch: welcomedBy });
          if (granted?.scriptErrors) reply({ type: 'script-errors', on: true });
        } else if (message.type === 'chunk') {
          acknowledge(stored.next);
        }
      },
      onRefused: (reason, stored) => refuse(reason, stored, message),
    });
  }

  /** One acknowledgement for all chunks of a transaction: it is cumulative, and each costs the page a task. */
  function acknowledge(next: number): void {
    if (acknowledging === null) {
      queueMicrotask(() => {
        reply({ type: 'ack', next: acknowledging ?? 0 });
        acknowledging = null;
      });
    }
    acknowledging = next;
  }

  function refuse(reason: Refusal, stored: StoredPageLoad | undefined, message: CollectorMessage): void {
    if (reason === 'no-room') {
      reply(nack('quota', 0, RETRY_WITHOUT_ROOM_MS));
    } else if (reason instanceof Error) {
      const isFinal = failureOf(reason) === 'newer-version';
      reply(isFinal ? nack('version') : nack('unavailable', 0, RETRY_MS));
    } else if (reason === 'bind' && message.type !== 'hello' && (store.isLimited() || welcomedBy !== store.epoch())) {
      // Its page load went with a store that was lost, or is where it cannot be read right now.
      reply({ type: 'again' });
    } else if (reason === 'gap') {
      reply(nack('gap', stored?.next));
    } else if (reason === 'bind') {
      reply(nack('bind'));
      port.disconnect();
    } else {
      refuseBad();
    }
  }

  function refuseBad(): void {
    bad += 1;
    if (bad < MAX_BAD_MESSAGES) return;
    reply(nack('invalid'));
    port.disconnect();
  }

  function reply(message: CollectorReply): void {
    try {
      port.postMessage(message);
    } catch {
      // The page is gone or frozen; it will ask again.
    }
  }
}

function nack(code: NackMessage['code'], next = 0, retryMs = 0): NackMessage {
  return { type: 'nack', code, next, retryMs };
}
