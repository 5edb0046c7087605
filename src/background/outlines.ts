import browser, { type Runtime } from 'webextension-polyfill';
import { parseOutlineResult } from '../channel/guard-outline.ts';
import { OUTLINE_PORT } from '../channel/messages.ts';
import { acknowledgeDisconnect } from '../channel/runtime.ts';
import { bestOutline, noOutline, type OutlineResult, type OutlineState, type OutlineTarget } from '../model/outline.ts';
import { topPageLoadOfTab } from '../store/top-page-loads.ts';

/** The script that draws, as `vite.config.ts` builds it. */
const FILE = 'src/content/outline.iife.js';

/** What elements are named in is the tab's top document: vitals, shifts and pictures are the top document's, requests also of frames. */
const TOP_FRAME = 0;

/** Outlines of elements in pages, at most one for each page of ours that asks. */
export interface Outlines {
  /** Outlines a target in place of the one before, or nothing. Null when nothing was asked for, or something else meanwhile. */
  show(asker: Runtime.Port, tabId: number, target: OutlineTarget | null): Promise<OutlineResult | null>;
  /** The asker is gone, and with it what it had outlined. */
  closed(asker: Runtime.Port): void;
}

/** An outline that was asked for, and the ports to its documents as soon as there are any: who ends a port ends the outline there. */
interface Asked {
  readonly documents: Set<Runtime.Port>;
}

export function createOutlines(): Outlines {
  const current = new Map<Runtime.Port, Asked>();

  function end(asker: Runtime.Port): void {
    for (const document of current.get(asker)?.documents ?? []) document.disconnect();
    current.delete(asker);
  }

  return {
    closed: end,
    async show(asker, tabId, target) {
      end(asker);
      if (target === null) return null;
      const asked: Asked = { documents: new Set() };
      current.set(asker, asked);
      const isWanted = () => current.get(asker) === asked;
      const failed = (state: OutlineState) => (isWanted() ? noOutline(state) : null);
      if ((await topPageLoadOfTab(tabId))?.pageLoadId !== target.pageLoadId) return failed('other-page');
      const frameIds = await inject(tabId, target.inFrames);
      if (frameIds.length === 0) return failed('no-access');
      if (!isWanted()) return null;
      const results = await Promise.all(frameIds.map((frameId) => outlineIn(tabId, frameId, target, asked)));
      return isWanted() ? bestOutline(results) : null;
    },
  };
}

/** The frames that the script is in now; none where the browser lets no script in. */
async function inject(tabId: number, inFrames: boolean): Promise<readonly number[]> {
  const target = inFrames ? { tabId, allFrames: true } : { tabId, frameIds: [TOP_FRAME] };
  return browser.scripting.executeScript({ target, files: [FILE], injectImmediately: true }).then(
    // Firefox tells of the frames that it lets nobody into as well.
    (results) => results.filter(({ error }) => error === undefined).map(({ frameId }) => frameId),
    () => [],
  );
}

/** What a document makes of the target; when it is left before it answers, there is another in its place. */
function outlineIn(
  tabId: number,
  frameId: number,
  target: OutlineTarget,
  { documents }: Asked,
): Promise<OutlineResult> {
  const port = browser.tabs.connect(tabId, { frameId, name: OUTLINE_PORT });
  documents.add(port);
  return new Promise((resolve) => {
    port.onMessage.addListener((message: unknown) => {
      const result = parseOutlineResult(message);
      if (result) resolve(result);
    });
    port.onDisconnect.addListener(() => {
      acknowledgeDisconnect();
      documents.delete(port);
      resolve(noOutline('other-page'));
    });
    port.postMessage(target);
  });
}
