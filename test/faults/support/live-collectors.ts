import type { CDPSession, Page } from 'puppeteer';
import type { TestBrowser } from '../../e2e/support/extension.ts';

/** A session with the service worker that runs now; it keeps the worker awake until it is detached. */
export async function workerSession({ browser, extensionId }: TestBrowser): Promise<CDPSession> {
  const target = await browser.waitForTarget(
    (candidate) => candidate.type() === 'service_worker' && candidate.url().includes(extensionId),
  );
  return target.createCDPSession();
}

/** How many collectors are connected for each document, read from the worker's heap: the sets of live collectors it holds. */
export async function liveCollectors(chromium: TestBrowser): Promise<number> {
  const session = await workerSession(chromium);
  const { result: prototype } = await session.send('Runtime.evaluate', { expression: 'Set.prototype' });
  const { objects } = await session.send('Runtime.queryObjects', { prototypeObjectId: prototype.objectId ?? '' });
  const { result } = await session.send('Runtime.callFunctionOn', {
    objectId: objects.objectId ?? '',
    returnByValue: true,
    functionDeclaration: `function () {
      const collectors = this.flatMap((set) => [...set]).filter((item) => typeof item?.tell === 'function' && 'siteHost' in item);
      return collectors.length;
    }`,
  });
  await session.detach();
  return Number(result.value);
}

/** The tab ids of the tabs whose URL starts so. */
export function tabIds(extensionPage: Page, urlStart: string): Promise<readonly number[]> {
  return extensionPage.evaluate(async (start) => {
    const { tabs } = (globalThis as unknown as { chrome: ChromeTabs }).chrome;
    const all = await tabs.query({});
    return all.filter(({ url }) => url?.startsWith(start)).map(({ id }) => id);
  }, urlStart);
}

/** The part of `chrome` that is used here. */
interface ChromeTabs {
  readonly tabs: { query(filter: object): Promise<readonly { readonly id: number; readonly url?: string }[]> };
}
