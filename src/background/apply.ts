import { checkEntries } from '../channel/guard-entries.ts';
import { MAX_VIEWS } from '../channel/limits.ts';
import type { ChunkMessage, CollectorMessage, FinMessage, HelloMessage } from '../channel/messages.ts';
import { closedLedger } from '../model/ledger.ts';
import { VITAL_NAMES } from '../model/metrics.ts';
import { type BrowserInfo, type ChunkRecord, type EntryBytes, type Ledger, newCacheFacts } from '../model/page-load.ts';
import type { StoredPageLoad } from '../store/schema.ts';
import type { DocumentIdentity } from './identity.ts';

/** What a message meets: its sender and the moment. */
export interface Circumstances {
  /** Who posted it; null for what was found in the outbox, which has only its nonce to show. */
  readonly identity: DocumentIdentity | null;
  readonly sessionId: string;
  /** The page load that the document belongs to: its own, or for a frame that of the tab's top document. */
  readonly topPageLoadId: string;
  readonly browser: BrowserInfo;
  readonly now: number;
  /** A fresh one for a new page load, or the one found in the outbox. */
  readonly nonce: string;
  /** Names the store of the moment. */
  readonly epoch: string;
  /** The store has no room for entries. */
  readonly limited: boolean;
}

/** What becomes of a page load by a message. No `record`: nothing to write. */
export interface Outcome {
  readonly record?: StoredPageLoad;
  readonly chunk?: ChunkRecord;
  /** Why the message was not taken. */
  readonly refused?: 'gap' | 'bind' | 'invalid' | 'no-room';
}

/**
 * Applies one message to what is stored of its page load. Pure and idempotent: a message that comes twice changes nothing the
 * second time.
 */
export function applyMessage(
  stored: StoredPageLoad | undefined,
  message: CollectorMessage,
  at: Circumstances,
): Outcome {
  if (message.type === 'hello') return applyHello(stored, message, at);
  if (!stored || !fromItsDocument(stored, at)) return { refused: 'bind' };
  switch (message.type) {
    case 'chunk':
      return at.limited ? { refused: 'no-room' } : applyChunk(stored, message, at.now);
    case 'fin':
      return { record: applyFin(stored, message, at) };
    case 'status': {
      const { title, selfCost, droppedByBrowser } = message;
      const { ledger } = stored;
      const dropped = { ...ledger.dropped, browser: droppedByBrowser ?? ledger.dropped.browser };
      return { record: changed(stored, { title, selfCost, ledger: { ...ledger, dropped } }, at.now) };
    }
    case 'view': {
      if (stored.views.some((view) => view.viewId === message.view.viewId)) return {};
      if (stored.views.length >= MAX_VIEWS || originOf(message.view.url) !== stored.origin)
        return { refused: 'invalid' };
      return { record: changed(stored, { views: [...stored.views, message.view] }, at.now) };
    }
    case 'vital': {
      const same = (vital: { name: string; viewId: string }) =>
        vital.name === message.vital.name && vital.viewId === message.vital.viewId;
      const known = stored.vitals.find(same);
      if (known && known.revision >= message.vital.revision) return {};
      const others = stored.vitals.filter((vital) => !same(vital));
      if (others.length >= MAX_VIEWS * VITAL_NAMES.length) return { refused: 'invalid' };
      return { record: changed(stored, { vitals: [...others, message.vital] }, at.now) };
    }
  }
}

function applyHello(stored: StoredPageLoad | undefined, hello: HelloMessage, at: Circumstances): Outcome {
  if (!at.identity) return { refused: 'bind' };
  // What this very store acknowledged has been deleted since: its site was forgotten.
  const wasHere = hello.epoch === null || hello.epoch === at.epoch;
  if (!stored && hello.base > 0 && wasHere) return { refused: 'bind' };
  if (stored) {
    if (!fromItsDocument(stored, at)) return { refused: 'bind' };
    const isBehind = hello.base > stored.next;
    if (stored.state === 'open' && !isBehind) return {};
    // Back from bfcache, or reconnected after its final record: it goes on, and the next final record is the one that counts.
    const dropped = { ...stored.ledger.dropped, exit: null };
    const goesOn = { ...stored, state: 'open', ledger: { ...stored.ledger, dropped, complete: false } } as const;
    return { record: changed(stored, isBehind ? skipTo(hello, goesOn) : goesOn, at.now) };
  }
  return {
    record: skipTo(hello, {
      pageLoadId: hello.pageLoadId,
      sessionId: at.sessionId,
      topPageLoadId: at.topPageLoadId,
      ...at.identity,
      title: hello.title,
      timeOrigin: hello.timeOrigin,
      updatedAt: at.now,
      navigationType: null,
      supportedEntryTypes: hello.supportedEntryTypes,
      browser: at.browser,
      state: 'open',
      next: 0,
      chunks: 0,
      ledger: {
        made: 0,
        stored: 0,
        dropped: { browser: hello.droppedByBrowser, caps: 0, exit: null },
        rejected: 0,
        complete: false,
      },
      selfCost: { mainThreadMs: 0, bytesSent: 0, backOff: 0 },
      views: [],
      vitals: [],
      revision: 1,
      nonce: at.nonce,
      ...newCacheFacts(at.now),
    }),
  };
}

/** Entries below `hello.base` that are not here were acknowledged by a store that is lost. */
function skipTo(hello: HelloMessage, record: StoredPageLoad): StoredPageLoad {
  const { ledger, next } = record;
  const gone = hello.base - next;
  if (gone <= 0) return record;
  const dropped = { ...ledger.dropped, store: (ledger.dropped.store ?? 0) + gone };
  const made = Math.max(ledger.made, hello.base);
  return { ...record, next: hello.base, chunks: hello.baseChunk, ledger: { ...ledger, made, dropped } };
}

function applyChunk(stored: StoredPageLoad, chunk: ChunkMessage, now: number): Outcome {
  if (chunk.from < stored.next) return {};
  if (chunk.from > stored.next || chunk.n !== stored.chunks) return { refused: 'gap' };
  const checked = checkEntries(chunk.entries, chunk.kinds);
  if (!checked || checked.accepted + checked.rejected + chunk.dropped !== chunk.count) return { refused: 'invalid' };
  const { ledger } = stored;
  const next = chunk.from + chunk.count;
  // More than the final record told of: it was that of an earlier leaving, and came late.
  const goesOn = next > ledger.made;
  const exit = goesOn ? null : stillMissing(ledger, next);
  return {
    record: changed(
      stored,
      {
        state: goesOn ? 'open' : stored.state,
        next,
        chunks: chunk.n + 1,
        navigationType: navigationTypeIn(checked.entries) ?? stored.navigationType,
        entryCounts: stored.entryCounts && sumOfCounts(stored.entryCounts, checked.counts),
        bytes: withChunk(stored.bytes, checked.entries.length),
        ledger: closedLedger({
          ...ledger,
          made: Math.max(ledger.made, next),
          stored: ledger.stored + checked.accepted,
          dropped: { ...ledger.dropped, caps: ledger.dropped.caps + chunk.dropped, exit },
          rejected: ledger.rejected + checked.rejected,
        }),
      },
      now,
    ),
    chunk: {
      pageLoadId: stored.pageLoadId,
      n: chunk.n,
      from: chunk.from,
      count: chunk.count,
      entries: checked.entries,
    },
  };
}

function applyFin(stored: StoredPageLoad, fin: FinMessage, at: Circumstances): StoredPageLoad {
  const { ledger } = stored;
  const made = Math.max(ledger.made, fin.made);
  // The collector counts what was under way as lost, and some of it may have arrived; without room, all that is missing is.
  const lost = at.limited ? made : fin.exitDropped;
  const dropped = { ...ledger.dropped, exit: Math.min(lost, made - stored.next) };
  return changed(stored, { state: 'ended', ledger: closedLedger({ ...ledger, made, dropped }) }, at.now);
}

/** What was counted as lost at the page's exit, and comes after all. */
function stillMissing({ made, dropped }: Ledger, next: number): number | null {
  return dropped.exit === null ? null : Math.min(dropped.exit, Math.max(0, made - next));
}

/** The navigation entry is among a document's first, so its type is looked for only in text that can hold it. */
function navigationTypeIn(entries: string): string | null {
  if (!entries.includes('"entryType":"navigation"')) return null;
  const list = JSON.parse(entries) as readonly { readonly entryType: string; readonly type?: string }[];
  return list.findLast((entry) => entry.entryType === 'navigation')?.type ?? null;
}

function fromItsDocument(stored: StoredPageLoad, { identity, nonce }: Circumstances): boolean {
  if (!identity) return stored.nonce === nonce;
  const { documentId, tabId, origin } = identity;
  return stored.documentId === documentId && stored.tabId === tabId && stored.origin === origin;
}

/** A sealed page load that changes has to be summed up anew. */
function changed(stored: StoredPageLoad, change: Partial<StoredPageLoad>, now: number): StoredPageLoad {
  const sealState = stored.sealState === 'sealed' ? 'partly' : stored.sealState;
  return { ...stored, sealState, ...change, updatedAt: now, lastUsedAt: now, revision: stored.revision + 1 };
}

function sumOfCounts(
  stored: Readonly<Record<string, number>>,
  added: Readonly<Record<string, number>>,
): Readonly<Record<string, number>> {
  const sums = { ...stored };
  for (const [entryType, count] of Object.entries(added)) sums[entryType] = (sums[entryType] ?? 0) + count;
  return sums;
}

function withChunk(bytes: EntryBytes, length: number): EntryBytes {
  // The chunks of an older version's page load are counted together, when they are sealed.
  return bytes.counted ? { ...bytes, raw: bytes.raw + length, stored: bytes.stored + length } : bytes;
}

function originOf(url: string): string | null {
  return URL.canParse(url) ? new URL(url).origin : null;
}
