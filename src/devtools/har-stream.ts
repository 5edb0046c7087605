import { boundedUrl } from '../channel/clean-text.ts';
import type { HarMessage, HarPage, HarReply } from '../channel/devtools-messages.ts';
import { createHarLog } from '../har/har-log.ts';
import type { HarRequest } from '../model/har-request.ts';
import { createHarSender } from './har-sender.ts';

/** The part of `browser.devtools.network` that is used; what it tells is read as unknown. */
export interface NetworkApi {
  getHAR(): Promise<unknown>;
  readonly onRequestFinished: { addListener(listener: (request: unknown) => void): void };
}

/** Requests come in bursts; one message for those of this time. */
const FLUSH_MS = 250;
/** After a burst, the whole log is read once for what never ends; not of a log so long that reading it is felt. */
const QUIET_MS = 1500;
const MAX_READ_ANEW = 5000;
/** Requests of one page that are sent; the rest is counted. */
const MAX_REQUESTS = 20_000;
/** What the background could not place yet is offered again. */
const RETRY_MS = 500;

/** The requests of the inspected tab on their way to the store. */
export interface HarStream {
  /** The connection to the background is new. */
  connected(): void;
  hear(reply: HarReply): void;
}

/** Streams what the network log tells from now on, and once what it holds already. */
export function streamHar(network: NetworkApi, post: (message: HarMessage) => boolean): HarStream {
  const logId = crypto.randomUUID();
  const log = createHarLog(logId);
  const sender = createHarSender(logId, post);
  const pages = new Map<string, HarPage>();
  let pending: { readonly pageref: string | null; readonly request: HarRequest }[] = [];
  let current: string | null = null;
  let sent = 0;
  let dropped = 0;
  let flushing: ReturnType<typeof setTimeout> | null = null;
  let quiet: ReturnType<typeof setTimeout> | undefined;
  let retry: ReturnType<typeof setTimeout> | undefined;

  function note(entry: unknown, noteIn: typeof log.note = log.note): void {
    const pageref = pagerefOf(entry);
    if (pageref !== null && pageref !== current) {
      if (current !== null) log.forget();
      current = pageref;
      sent = 0;
    }
    for (const request of noteIn(entry)) take(pageref, request);
    clearTimeout(quiet);
    quiet = setTimeout(readUnread, QUIET_MS);
  }

  function take(pageref: string | null, request: HarRequest): void {
    if (sent >= MAX_REQUESTS) dropped += 1;
    else pending.push({ pageref: pageref ?? current, request });
    sent += 1;
    if (flushing === null) flushing = setTimeout(flush, FLUSH_MS);
  }

  async function flush(): Promise<void> {
    const batch = pending;
    pending = [];
    flushing = null;
    if (batch.some(({ pageref }) => pageref !== null && !pages.has(pageref))) await readHar();
    for (const pageref of new Set(batch.map((item) => item.pageref))) {
      const requests = batch.filter((item) => item.pageref === pageref).map(({ request }) => request);
      sender.send((pageref === null ? undefined : pages.get(pageref)) ?? null, requests, dropped);
      dropped = 0;
    }
  }

  async function readUnread(): Promise<void> {
    if (sent > MAX_READ_ANEW) return;
    const now = Date.now();
    for (const entry of await readHar()) {
      if (pagerefOf(entry) !== current) continue;
      for (const request of log.noteUnread([entry], now)) take(current, request);
    }
  }

  /** The entries of the whole log; notes its pages. */
  async function readHar(): Promise<readonly unknown[]> {
    const har = harOf(await network.getHAR().catch(() => null));
    for (const { id, title, startedDateTime } of har.pages) {
      const startedAt = Date.parse(String(startedDateTime));
      if (typeof id === 'string' && Number.isFinite(startedAt))
        pages.set(id, { url: boundedUrl(String(title ?? '')), startedAt });
    }
    return har.entries;
  }

  network.onRequestFinished.addListener((entry) => note(entry));
  void readHar().then((entries) => {
    for (const entry of entries.filter(isOver)) note(entry, log.noteEarlier);
  });

  return {
    connected: sender.resend,
    hear(reply) {
      sender.hear(reply);
      if (reply.type !== 'har-later') return;
      clearTimeout(retry);
      retry = setTimeout(sender.resend, RETRY_MS);
    },
  };
}

interface Har {
  readonly pages: readonly { readonly id?: unknown; readonly title?: unknown; readonly startedDateTime?: unknown }[];
  readonly entries: readonly unknown[];
}

/** Chromium answers the log itself, others may wrap it as HAR files do. */
function harOf(value: unknown): Har {
  const { log = value } = (value ?? {}) as { readonly log?: unknown };
  const { pages, entries } = (log ?? {}) as { readonly pages?: unknown; readonly entries?: unknown };
  return { pages: Array.isArray(pages) ? pages : [], entries: Array.isArray(entries) ? entries : [] };
}

function pagerefOf(entry: unknown): string | null {
  const { pageref } = (entry ?? {}) as { readonly pageref?: unknown };
  return typeof pageref === 'string' ? pageref : null;
}

/** Of the log that was there before us: what is under way is told when it ends. */
function isOver(entry: unknown): boolean {
  const { response } = entry as { readonly response?: { readonly status?: unknown; readonly _error?: unknown } };
  return Number(response?.status) > 0 || typeof response?._error === 'string';
}
