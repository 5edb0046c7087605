import type { Runtime } from 'webextension-polyfill';
import type { CollectorReply } from '../channel/messages.ts';
import { hostOf } from './host-of.ts';

/** A collector at the other end of a port. */
export interface LiveCollector {
  readonly tabId: number;
  readonly origin: string;
  /** `URL.host` of the tab's top document. */
  readonly siteHost: string;
  tell(message: CollectorReply): void;
  /** Tells it to stop; nothing that it sends later is taken but its final record. */
  stop(): void;
}

/** The collectors that are connected right now: after a worker's start those that came back. */
export interface Collectors {
  add(collector: LiveCollector): void;
  remove(collector: LiveCollector): void;
  all(): readonly LiveCollector[];
  /** Tells the collectors of all documents of a tab. */
  tellTab(tabId: number, message: CollectorReply): void;
}

export function createCollectors(): Collectors {
  const live = new Set<LiveCollector>();
  return {
    add: (collector) => live.add(collector),
    remove: (collector) => live.delete(collector),
    all: () => [...live],
    tellTab(tabId, message) {
      for (const collector of live) if (collector.tabId === tabId) collector.tell(message);
    },
  };
}

/** What a port's sender tells of its tab's site. A frame's own URL says nothing of it; the tab's is that of its top document. */
export function siteOf(sender: Runtime.MessageSender | undefined): Pick<LiveCollector, 'siteHost'> {
  const url = sender?.frameId === 0 ? sender.url : (sender?.tab?.url ?? sender?.url);
  return { siteHost: hostOf(url) ?? '' };
}
