import browser, { type Runtime } from 'webextension-polyfill';
import { parseOutlineResult } from '../channel/guard-outline.ts';
import { OUTLINE_PORT } from '../channel/messages.ts';
import { acknowledgeDisconnect } from '../channel/runtime.ts';
import type { OutlineResult, OutlineTarget } from '../model/outline.ts';
import { topPageLoadOfTab } from '../store/top-page-loads.ts';

/** The script that draws, as `vite.config.ts` builds it. */
const FILE = 'src/content/outline.iife.js';

/** What elements are named in is the tab's top document: vitals, shifts and pictures are the top document's. */
const TOP_FRAME = 0;

/** Outlines of elements in pages, at most one for each page of ours that asks. */
export interface Outlines {
  /** Outlines a target in place of the one before, or nothing. Null when nothing was asked for, or something else meanwhile. */
  show(asker: Runtime.Port, tabId: number, target: OutlineTarget | null): Promise<OutlineResult | null>;
  /** The asker is gone, and with it what it had outlined. */
  closed(asker: Runtime.Port): void;
}

/** An outline that was asked for, and the port to its document as soon as there is one: who ends the port ends the outline. */
interface Asked {
  page: Runtime.Port | null;
}

export function createOutlines(): Outlines {
  const current = new Map<Runtime.Port, Asked>();

  function end(asker: Runtime.Port): void {
    current.get(asker)?.page?.disconnect();
    current.delete(asker);
  }

  return {
    closed: end,
    async show(asker, tabId, target) {
      end(asker);
      if (target === null) return null;
      const asked: Asked = { page: null };
      current.set(asker, asked);
      const isWanted = () => current.get(asker) === asked;
      if ((await topPageLoadOfTab(tabId))?.pageLoadId !== target.pageLoadId) return failed('other-page', isWanted());
      if (!(await inject(tabId))) return failed('no-access', isWanted());
      if (!isWanted()) return null;
      const page = browser.tabs.connect(tabId, { frameId: TOP_FRAME, name: OUTLINE_PORT });
      asked.page = page;
      page.onDisconnect.addListener(() => {
        asked.page = null;
      });
      const result = await answerOf(page, target);
      return isWanted() ? result : null;
    },
  };
}

function failed(state: OutlineResult['state'], isWanted: boolean): OutlineResult | null {
  return isWanted ? { state, matches: 0 } : null;
}

/** False where the browser lets no script in. */
async function inject(tabId: number): Promise<boolean> {
  const target = { tabId, frameIds: [TOP_FRAME] };
  return browser.scripting.executeScript({ target, files: [FILE], injectImmediately: true }).then(
    () => true,
    () => false,
  );
}

/** What the document makes of the target; when it is left before it answers, the tab shows another. */
function answerOf(page: Runtime.Port, target: OutlineTarget): Promise<OutlineResult> {
  return new Promise((resolve) => {
    page.onMessage.addListener((message: unknown) => {
      const result = parseOutlineResult(message);
      if (result) resolve(result);
    });
    page.onDisconnect.addListener(() => {
      acknowledgeDisconnect();
      resolve({ state: 'other-page', matches: 0 });
    });
    page.postMessage(target);
  });
}
