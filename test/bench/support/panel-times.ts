import type { Frame, Page } from 'puppeteer';
import { poll } from '../../../src/cli/browser/poll.ts';

/** Milliseconds from the start of the panel's document to the frame that showed it. */
export interface PanelTimes {
  /**
   * First content: the heading; or the cards with the page load's vitals, which come with how many limits it broke and how many of its
   * entries are stored, from its record. Neither a toolbar nor an empty frame, nor a note that something is being read.
   */
  readonly content: number;
  /** The heading; or the verdict that the analysis of all stored entries comes to, with what stands out. */
  readonly verdict: number;
}

/** To be called before the panel is opened: has each of its documents note when what it shows was painted. */
export async function watchPaints(devtools: Page): Promise<void> {
  await devtools.evaluateOnNewDocument(() => {
    const heading = '[data-testid="heading"]';
    const verdict = `${heading}, [data-testid="verdict"]`;
    const wanted = { verdict, content: `${heading}, article[data-metric]` };
    const painted: Record<string, number> = {};
    const asked = new Set<string>();
    const look = () => {
      for (const [name, selector] of Object.entries(wanted)) {
        if (asked.has(name) || document.querySelector(selector) === null) continue;
        asked.add(name);
        // What comes after a frame's callbacks is after its paint.
        requestAnimationFrame(() => setTimeout(() => Object.assign(painted, { [name]: performance.now() })));
      }
    };
    new MutationObserver(look).observe(document, { childList: true, subtree: true });
    Object.assign(globalThis, { painted });
  });
}

/**
 * Loads the panel's document as selecting the panel does, and reads when it showed something. Whoever selects it leaves no panel behind:
 * a document reloaded over itself has its predecessor taken down first, and its time begins before that; the memory of one that held
 * 20,000 requests, its worker's too, is then freed in the time that is measured. So it is left before, and the time taken when all is
 * quiet, whatever panel it is. Selecting it in DevTools that are opened for each time gives the same figures, and takes minutes.
 */
export async function timeAnew(panel: Frame): Promise<PanelTimes> {
  const url = panel.url();
  await panel.evaluate(() => location.replace('about:blank'));
  await quiet(panel);
  await panel.evaluate((to) => location.replace(to), url);
  return poll(() => timesIn(panel).catch(() => null), {
    every: 50,
    timeout: 60_000,
    onTimeout: () => new Error('The panel showed nothing within a minute.'),
  });
}

/** Waits until the empty document that the panel was left for gets its timers on time for a second; for 15 s at most. */
async function quiet(panel: Frame): Promise<void> {
  await panel.waitForFunction(() => location.href === 'about:blank', { polling: 50 });
  await panel.evaluate(async () => {
    const end = performance.now() + 15_000;
    let last = performance.now();
    for (let since = last; last - since < 1000 && last < end; ) {
      await new Promise((resolve) => setTimeout(resolve, 10));
      const now = performance.now();
      if (now - last > 20) since = now;
      last = now;
    }
  });
}

function timesIn(panel: Frame): Promise<PanelTimes | null> {
  return panel.evaluate(() => {
    const { painted = {} } = globalThis as { readonly painted?: Partial<PanelTimes> };
    const { content, verdict } = painted;
    return content === undefined || verdict === undefined ? null : { content, verdict };
  });
}
