import type { Runtime } from 'webextension-polyfill';
import browser from 'webextension-polyfill';

/** Who a collector is, by the browser's word; nothing of it comes from the message. */
export interface DocumentIdentity {
  readonly documentId: string;
  readonly tabId: number;
  readonly frameId: number;
  readonly origin: string;
  /** Without credentials and fragment. */
  readonly url: string;
}

/** `documentId` is in both browsers, but not yet in the polyfill's types. */
type Sender = Runtime.MessageSender & { readonly documentId?: string; readonly origin?: string };

/** The document at the other end of a port; null when it is none of a web page. */
export function documentIdentity(sender: Runtime.MessageSender | undefined): DocumentIdentity | null {
  const { id, tab, frameId, documentId, url }: Partial<Sender> = sender ?? {};
  if (id !== browser.runtime.id || tab?.id === undefined || !documentId || !url) return null;
  if (!/^https?:/.test(url)) return null;
  const parsed = new URL(url);
  parsed.username = '';
  parsed.password = '';
  parsed.hash = '';
  return { documentId, tabId: tab.id, frameId: frameId ?? 0, origin: parsed.origin, url: parsed.href };
}

/** Whether the other end is a page of ours: panel, popup, options. */
export function isOwnPage(sender: Runtime.MessageSender | undefined): boolean {
  return sender?.id === browser.runtime.id && (sender?.url ?? '').startsWith(browser.runtime.getURL(''));
}
