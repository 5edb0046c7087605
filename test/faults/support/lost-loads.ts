import type { Page } from 'puppeteer';
import { poll } from '../../../src/cli/browser/poll.ts';
import { readLoads } from './stored.ts';

/** Waits until all page loads whose URL starts so are known to have ended without a final record; answers how long it took, in ms. */
export async function untilLost(extensionPage: Page, urlStart: string, within: number): Promise<number> {
  const start = performance.now();
  await poll(
    async () => {
      const loads = await readLoads(extensionPage, urlStart, false);
      return loads.every(({ pageLoad }) => pageLoad.state === 'lost') || null;
    },
    {
      every: 50,
      timeout: within,
      onTimeout: () => new Error(`${urlStart} is not known to be lost after ${within} ms.`),
    },
  );
  return performance.now() - start;
}
