import type { Page } from 'puppeteer';
import type { PageSnapshot } from '../../model/snapshot.ts';
import type { LaunchedBrowser } from '../browser/launch-browser.ts';
import { storeBudgets } from '../browser/store-budgets.ts';
import { messageOf } from '../cli-error.ts';
import { watchNetwork } from '../visit/network-quiet.ts';
import { finishSession } from './finish-session.ts';
import { type PageProfile, profilePage } from './profile-page.ts';
import type { SessionOptions } from './session-options.ts';

/** One tab's session: every page load in it, those of followed links too. */
export interface SessionProfile {
  readonly pages: readonly PageProfile[];
  /** A sentence for each page that could not be profiled. */
  readonly failures: readonly string[];
  readonly snapshots: readonly PageSnapshot[];
  /** PNG of the DevTools window with the panel; null when no page could be profiled. */
  readonly screenshot: Uint8Array | null;
}

/**
 * Profiles pages one after the other in one tab, each with DevTools closed until it has been used. A page that fails is told as
 * a failure, and the others go on.
 */
export async function profileSession(
  launched: LaunchedBrowser,
  options: SessionOptions,
  progress: (text: string) => void,
): Promise<SessionProfile> {
  const { browser, openPanel } = launched;
  const page = (await browser.pages())[0] ?? (await browser.newPage());
  await storeBudgets(launched, options.budgets);
  await page.bringToFront();
  keepInFront(page);
  watchNetwork(page);
  const pages: PageProfile[] = [];
  const failures: string[] = [];
  for (const [index, url] of options.urls.entries()) {
    progress(`[${index + 1}/${options.urls.length}] ${url}`);
    await closeDevTools(pages.at(-1));
    try {
      const avoid = options.urls.slice(index + 1);
      pages.push(await profilePage(page, url, { interact: options.interact, avoid, openPanel }));
    } catch (error) {
      failures.push(messageOf(error));
    }
  }
  const [first, ...others] = pages;
  if (first === undefined) return { pages, failures, snapshots: [], screenshot: null };
  return { pages, failures, ...(await finishSession(page, [first, ...others], openPanel, options)) };
}

async function closeDevTools(profile: PageProfile | undefined): Promise<void> {
  if (profile && (await profile.panel.isOpen())) await profile.panel.close();
}

/** Whatever the page opens over itself is closed: behind a dialog or another tab it would neither run nor paint. */
function keepInFront(page: Page): void {
  page.on('dialog', (dialog) => void dialog.accept().catch(() => undefined));
  page.on('popup', (popup) => {
    popup
      ?.close()
      .then(() => page.bringToFront())
      .catch(() => undefined);
  });
}
