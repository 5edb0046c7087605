import type { HTTPRequest, Page } from 'puppeteer';
import { poll } from '../browser/poll.ts';

/** The network counts as quiet after this long without a request, ms: what lazy images and deferred scripts need to begin. */
const QUIET_FOR = 500;

/** A page that polls is never quiet; it is taken as it is after this, ms: once it was loaded, and after something was done to it. */
const LOADED_WITHIN = 15_000;
export const REACTED_WITHIN = 4000;

interface Traffic {
  readonly underWay: Set<HTTPRequest>;
  /** When the last request began or ended. */
  changedAt: number;
}

const trafficOf = new WeakMap<Page, Traffic>();

/**
 * Begins to count a page's requests. Puppeteer's own `waitForNetworkIdle` goes on counting those that a page had under way when it
 * was left, so that the next one would never be idle.
 */
export function watchNetwork(page: Page): void {
  const traffic: Traffic = { underWay: new Set(), changedAt: performance.now() };
  trafficOf.set(page, traffic);
  const touch = () => {
    traffic.changedAt = performance.now();
  };
  const end = (request: HTTPRequest) => {
    traffic.underWay.delete(request);
    touch();
  };
  page.on('request', (request) => {
    if (request.isNavigationRequest() && request.frame() === page.mainFrame()) traffic.underWay.clear();
    traffic.underWay.add(request);
    touch();
  });
  page.on('requestfinished', end).on('requestfailed', end);
}

/** Waits until no request is under way. False when that did not happen within `timeout` ms. Needs `watchNetwork` before. */
export async function networkQuiet(page: Page, timeout = LOADED_WITHIN): Promise<boolean> {
  const traffic = trafficOf.get(page);
  if (traffic === undefined) throw new Error('watchNetwork was not called for this page.');
  const since = performance.now();
  const isQuiet = async () => {
    const quietSince = Math.max(since, traffic.changedAt);
    return traffic.underWay.size === 0 && performance.now() - quietSince >= QUIET_FOR ? true : null;
  };
  const onTimeout = () => new Error('never quiet');
  return poll(isQuiet, { every: 50, timeout, onTimeout }).catch(() => false);
}
