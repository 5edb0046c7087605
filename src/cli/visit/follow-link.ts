import type { ElementHandle, Page } from 'puppeteer';
import { networkQuiet, REACTED_WITHIN } from './network-quiet.ts';
import { painted } from './painted.ts';

/** What a route or the next page has to come up, ms. */
const TIMEOUT = 15_000;

/**
 * Follows the first visible link to another page of the same origin, waits for it, and goes back. False when there is no such
 * link or it leads nowhere. A link that a router handles changes the address without a new document; that is fine.
 *
 * @param avoid URLs that are not followed: pages still to be profiled, whose first visit is to be the measured one
 */
export async function followLinkAndReturn(page: Page, avoid: readonly string[]): Promise<boolean> {
  const from = page.url();
  const link = await firstLink(page, avoid);
  if (!link) return false;
  await link.click().catch(() => undefined); // covered or gone since: then the address does not change
  await link.dispose();
  if (!(await settledAt(page, (url) => url !== from))) return false;
  // `page.goBack()` waits for a navigation, which a router's route and a restored page do not have.
  await page.evaluate(() => history.back()).catch(() => undefined);
  return settledAt(page, (url) => url === from);
}

/** Waits until the address is as wanted and the document there is complete and quiet; false when that does not happen. */
async function settledAt(page: Page, wanted: (url: string) => boolean): Promise<boolean> {
  const end = performance.now() + TIMEOUT;
  while (performance.now() < end) {
    const state = await page
      .evaluate(() => ({ url: location.href, complete: document.readyState === 'complete' }))
      .catch(() => null); // between two documents
    if (state?.complete && wanted(state.url)) {
      await painted(page);
      await networkQuiet(page, REACTED_WITHIN);
      return true;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return false;
}

async function firstLink(page: Page, avoid: readonly string[]): Promise<ElementHandle<Element> | null> {
  const handle = await page.evaluateHandle((avoided) => {
    const withoutFragment = (url: string) => url.replace(/#.*/, '');
    const ruledOut = [location.href, ...avoided].map(withoutFragment);
    const isFollowed = (link: HTMLAnchorElement) =>
      link.origin === location.origin &&
      !ruledOut.includes(withoutFragment(link.href)) &&
      !link.hasAttribute('download') &&
      (link.target === '' || link.target === '_self') &&
      !/log-?out|sign-?out|delete|remove/i.test(link.href) &&
      link.checkVisibility({ checkVisibilityCSS: true, checkOpacity: true });
    return [...document.querySelectorAll<HTMLAnchorElement>('a[href]')].find(isFollowed) ?? null;
  }, avoid);
  return handle.asElement() as ElementHandle<Element> | null;
}
