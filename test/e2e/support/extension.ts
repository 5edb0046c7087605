import path from 'node:path';
import type { Page } from 'puppeteer';
import { type LaunchedBrowser, launchBrowser } from '../../../src/cli/browser/launch-browser.ts';
import { poll } from '../../../src/cli/browser/poll.ts';

/** The built extension; `npm test` builds it first. */
export const DIST = path.resolve(import.meta.dirname, '../../../dist/chrome');

/** A real browser with the built extension and a page of it, to read the store from without DevTools. */
export interface TestBrowser extends Pick<LaunchedBrowser, 'browser' | 'extensionId' | 'close'> {
  readonly extensionPage: Page;
}

/**
 * Starts Chromium with an empty profile and the built extension, or a variant of it. The extension's page is opened first, so
 * that it never hides the page under test.
 */
export async function launchExtension(dist = DIST): Promise<TestBrowser> {
  const launched = await launchBrowser({ dist });
  try {
    return { ...launched, extensionPage: await launched.openExtensionPage('src/options/options.html') };
  } catch (error) {
    await launched.close();
    throw error;
  }
}

/** Ends the extension's service worker, as the browser does whenever it likes. Resolves when it is gone, or another in its place. */
export async function killServiceWorker({ browser, extensionPage }: TestBrowser): Promise<void> {
  const running = await poll(() => workerContext(extensionPage), {
    every: 20,
    timeout: 10_000,
    onTimeout: () => new Error('The service worker did not start within 10 s.'),
  });
  const target = await browser.waitForTarget((candidate) => candidate.type() === 'service_worker');
  // Puppeteer lets go of a worker only after closing it: started again in between, it waits for a debugger that is gone. Its
  // session may have ended with an earlier worker, since Chromium may use a target again.
  await (await target.worker())?.client.detach().catch(() => undefined);
  const session = await browser.target().createCDPSession();
  const { targetInfos } = await session.send('Target.getTargets');
  const workers = targetInfos.filter(({ type }) => type === 'service_worker');
  await Promise.all(workers.map(({ targetId }) => session.send('Target.closeTarget', { targetId })));
  await session.detach();
  await poll(async () => ((await workerContext(extensionPage)) === running ? null : true), {
    every: 20,
    timeout: 10_000,
    onTimeout: () => new Error('The service worker was still running 10 s after it was closed.'),
  });
}

/** Id of the running service worker, another at each start; null while there is none. Asking does not start it. */
export async function workerContext(extensionPage: Page): Promise<string | null> {
  // A DevTools target says less: Chromium may use it again for the worker's next start.
  return extensionPage.evaluate(async () => {
    const { runtime } = (globalThis as unknown as { chrome: ChromeRuntime }).chrome;
    const [context] = await runtime.getContexts({ contextTypes: ['BACKGROUND'] });
    return context?.contextId ?? null;
  });
}

/** The part of `chrome` that is used here; it is not in the polyfill's types. */
interface ChromeRuntime {
  readonly runtime: {
    getContexts(filter: { contextTypes: string[] }): Promise<readonly { readonly contextId: string }[]>;
  };
}
