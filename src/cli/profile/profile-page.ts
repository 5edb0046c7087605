import type { Frame, Page } from 'puppeteer';
import type { PageLoadRecord } from '../../model/page-load.ts';
import type { LaunchedBrowser } from '../browser/launch-browser.ts';
import type { OpenPanel } from '../browser/open-panel.ts';
import { poll } from '../browser/poll.ts';
import { readStore } from '../browser/read-store.ts';
import { CliError } from '../cli-error.ts';
import { clickSomething } from '../visit/click-something.ts';
import { followLinkAndReturn } from '../visit/follow-link.ts';
import { loadPage } from '../visit/load-page.ts';
import { networkQuiet } from '../visit/network-quiet.ts';
import { scrollThrough } from '../visit/scroll.ts';
import { settled } from './settled.ts';

/** A page that was profiled, and its panel, still open. */
export interface PageProfile {
  readonly url: string;
  readonly pageLoadId: string;
  readonly sessionId: string;
  /** What a reader of the figures should know. */
  readonly notes: readonly string[];
  readonly panel: OpenPanel;
}

/** What to do on a page. */
export interface PageUse {
  /** False: load only. */
  readonly interact: boolean;
  /** Links that are not followed. */
  readonly avoid: readonly string[];
  readonly openPanel: LaunchedBrowser['openPanel'];
}

/**
 * Loads a page, uses it as a user does, opens the real DevTools panel on it and waits until that shows what is stored.
 * Throws a CliError when the page cannot be loaded, was not recorded, or panel and store disagree.
 */
export async function profilePage(page: Page, url: string, use: PageUse): Promise<PageProfile> {
  const notes: string[] = [];
  const lateLoad = await loadPage(page, url);
  if (lateLoad) notes.push(lateLoad);
  if (!(await networkQuiet(page))) notes.push('its network never became quiet');
  const timeOrigin = await page.evaluate(() => performance.timeOrigin);
  if (use.interact) await usePage(page, use);
  const panel = await use.openPanel(page);
  try {
    const { pageLoadId, sessionId } = await recordOf(panel.frame, url, timeOrigin);
    const state = await settled(panel.frame, pageLoadId);
    if (!state.quiet) notes.push('it was still working when its figures were read');
    return { url, pageLoadId, sessionId, notes, panel };
  } catch (error) {
    await panel.close();
    throw error;
  }
}

async function usePage(page: Page, { avoid }: PageUse): Promise<void> {
  await scrollThrough(page);
  await clickSomething(page);
  await followLinkAndReturn(page, avoid);
}

/** The record of the document that was loaded at `timeOrigin`. */
async function recordOf(panel: Frame, url: string, timeOrigin: number): Promise<PageLoadRecord> {
  const isIt = (load: PageLoadRecord) => load.frameId === 0 && Math.abs(load.timeOrigin - timeOrigin) < 1;
  const find = async () => (await readStore(panel)).map(({ pageLoad }) => pageLoad).find(isIt) ?? null;
  return poll(find, {
    every: 200,
    timeout: 10_000,
    onTimeout: () =>
      new CliError(
        `${url} was loaded, but the extension recorded nothing of it: it may be no HTML page, or closed to extensions.`,
      ),
  });
}
