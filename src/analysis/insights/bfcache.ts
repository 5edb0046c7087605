import type { Finding } from '../../model/insights.ts';
import type { Json } from '../../model/json.ts';
import { whyNeverTold } from '../metrics/metric-support.ts';
import { shortUrl } from '../url.ts';
import { failOn, type InsightRule, type PageFacts } from './insight-rule.ts';

/** Says why a page that the user came back to was loaded again, instead of being shown at once out of the back/forward cache. */
export const bfcache: InsightRule = {
  id: 'bfcache',
  title: 'Back and forward without a load',
  why: 'A page out of the back/forward cache shows at once, with its state; one in ten navigations could be so.',
  requires: ['navigation'],
  observes: ['lifecycle'],
  concerns: () => false,
  run(page) {
    const reasons = reasonsOf(page.navigation?.notRestoredReasons, page.pageLoad.url);
    if (reasons.length > 0) return failOn(reasons.map((reason) => findingOf(reason, page)));
    if (page.views.some(({ kind }) => kind === 'bfcache')) return { status: 'pass', findings: [] };
    return { status: 'not-measured', reason: whyUnknown(page) };
  },
};

function whyUnknown({ pageLoad }: PageFacts): string {
  if (pageLoad.navigationType !== 'back-forward') return 'Nobody has gone back to this page: follow a link and return.';
  const lack = whyNeverTold(pageLoad);
  return lack
    ? `${lack}: it does not tell why the page was loaded again.`
    : 'The browser does not tell why this page was loaded again.';
}

interface Reason {
  readonly name: string;
  /** The document that has it. */
  readonly url: string;
}

/**
 * The reasons of a document and of its frames:
 * https://html.spec.whatwg.org/multipage/nav-history-apis.html#the-notrestoredreasons-interface
 */
function reasonsOf(told: Json | undefined, pageUrl: string): readonly Reason[] {
  if (!isRecord(told)) return [];
  const url = typeof told.url === 'string' ? told.url : pageUrl;
  const own = listOf(told.reasons).flatMap((reason) => {
    const name = isRecord(reason) ? reason.reason : reason;
    return typeof name === 'string' ? [{ name, url }] : [];
  });
  return [...own, ...listOf(told.children).flatMap((child) => reasonsOf(child, url))];
}

function findingOf({ name, url }: Reason, { navigation, pageLoad }: PageFacts): Finding {
  const { because, advice, isOurs } = EXPLAINED[name] ?? UNKNOWN;
  const where = url === pageLoad.url ? shortUrl(url) : `A frame of the page (${shortUrl(url)})`;
  const took = navigation === null ? 0 : navigation.loadEventEnd - navigation.startTime;
  return {
    message: `${where} was not restored but loaded again, because ${because} (${name}). ${advice}`,
    severity: isOurs ? 'medium' : 'low',
    url,
    ...(took > 0 ? { duration: took } : {}),
  };
}

interface Explanation {
  readonly because: string;
  readonly advice: string;
  /** Whether the page can do something about it. */
  readonly isOurs: boolean;
}

const UNKNOWN: Explanation = {
  because: 'the browser had a reason of its own',
  advice: 'Look it up in the Application panel, "Back/forward cache".',
  isOurs: false,
};

/** Reasons that the page can mend: https://web.dev/articles/bfcache */
const EXPLAINED: Readonly<Record<string, Explanation>> = {
  'unload-listener': ours('it listens for "unload"', 'Listen for "pagehide" instead.'),
  'response-cache-control-no-store': ours(
    'its document forbids storing it',
    'Send "Cache-Control: no-cache" unless the page holds secrets.',
  ),
  websocket: ours('it has an open WebSocket', 'Close it on "pagehide", and open it again on "pageshow".'),
  'websocket-used-with-ccns': ours(
    'it used a WebSocket, and its document forbids storing it',
    'Close it on "pagehide", and send "Cache-Control: no-cache".',
  ),
  webtransport: ours('it has an open WebTransport', 'Close it on "pagehide", and open it again on "pageshow".'),
  webrtc: ours('it has an open WebRTC connection', 'Close it on "pagehide".'),
  lock: ours('it holds a lock (Web Locks)', 'Give the lock back on "pagehide".'),
  'idb-event': ours('its database had events to handle', 'Close IndexedDB connections on "pagehide".'),
  fetch: ours('a request was still under way', 'Abort open requests on "pagehide".'),
  'outstanding-network-request': ours('a request was still under way', 'Abort open requests on "pagehide".'),
  'http-status-not-ok': ours('it was answered with an error', 'Answer with status 200.'),
  'keyboard-lock': ours('it holds a keyboard lock', 'Release it on "pagehide".'),
  'response-method-not-get': ours('it was asked for by POST', 'Redirect after a form is sent (303).'),
};

function ours(because: string, advice: string): Explanation {
  return { because, advice, isOurs: true };
}

function isRecord(value: Json | undefined): value is { readonly [key: string]: Json | undefined } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function listOf(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : [];
}
