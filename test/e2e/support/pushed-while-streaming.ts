import type { Frame, Page } from 'puppeteer';
import type { ViewId } from '../../../src/panel/state/panel-location.ts';

/** What moved in a view while entries came in. */
export interface Moved {
  readonly view: ViewId;
  /** What was pushed up or down, and how far, in px. */
  readonly pushed: readonly string[];
  /** Layout shift score of the elements that moved: along their line when a figure has a digit more, bars on a longer axis. */
  readonly score: number;
}

/** Shows documents beside each other in one page, each in a frame of its width, so that all of them are painted. */
export async function openBeside(page: Page, url: string, widths: readonly number[], height: number): Promise<Frame[]> {
  await page.setViewport({ width: widths.reduce((sum, width) => sum + width), height });
  await page.evaluate(
    (src, all) => {
      document.body.replaceChildren(
        ...all.map((width, index) => {
          const left = all.slice(0, index).reduce((sum, other) => sum + other, 0);
          const frame = document.createElement('iframe');
          frame.style.cssText = `position: fixed; inset: 0 auto auto ${left}px; width: ${width}px; height: 100vh; border: 0`;
          frame.src = src;
          return frame;
        }),
      );
    },
    url,
    widths,
  );
  const frames = await Promise.all((await page.$$('iframe')).map((element) => element.contentFrame()));
  await Promise.all(frames.map((frame) => frame.waitForSelector('[data-settled="true"]')));
  return frames;
}

/**
 * Goes through views of a panel whose session streams when it is told to, looks at each while so many chunks come in, and tells what
 * moved meanwhile. What a change of the view moves does not count.
 */
export async function movedWhileStreaming(
  panel: Frame,
  views: readonly ViewId[],
  chunks: number,
): Promise<readonly Moved[]> {
  const moved: Moved[] = [];
  for (const view of views) moved.push({ view, ...(await panel.evaluate(watchView, view, chunks)) });
  return moved;
}

/** Runs in the panel. */
async function watchView(view: string, chunks: number): Promise<Omit<Moved, 'view'>> {
  interface LayoutShift extends PerformanceEntry {
    readonly value: number;
    readonly sources: readonly { node: Node | null; previousRect: DOMRectReadOnly; currentRect: DOMRectReadOnly }[];
  }
  // A figure in larger letters than the word that was there before begins higher in the same line.
  const LINE = 4;
  const painted = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  const until = async (isSo: () => boolean) => {
    while (!isSo()) await painted();
    await painted();
  };
  const has = (selector: string) => document.querySelector(selector) !== null;
  const revision = () => Number(document.querySelector<HTMLElement>('[data-revision]')?.dataset.revision);
  const isEmpty = ({ width, height }: DOMRectReadOnly) => width === 0 || height === 0;
  const told = (node: Node | null) =>
    node instanceof Element ? `${(node.cloneNode() as Element).outerHTML} "${node.textContent.slice(0, 40)}"` : '';

  location.hash = `view=${view}`;
  await until(() => has(`#tab-${view}[aria-selected="true"]`) && has('#view > *') && !has('#view .late'));
  const shifts: LayoutShift[] = [];
  const take = (entries: PerformanceEntryList) => shifts.push(...(entries as LayoutShift[]));
  const observer = new PerformanceObserver((list) => take(list.getEntries()));
  observer.observe({ type: 'layout-shift' });
  for (let chunk = 0; chunk < chunks; chunk += 1) {
    const before = revision();
    if (dispatchEvent(new Event('next-chunk', { cancelable: true })))
      throw new Error(`The session has no chunk left for ${view}: it streams too few of them.`);
    await until(() => revision() > before && has('[data-settled="true"]'));
  }
  take(observer.takeRecords());
  observer.disconnect();
  // Text flows inside a paragraph that stays where it is.
  const moves = shifts.filter(({ sources }) => sources.some(({ node }) => node instanceof Element));
  const pushed = moves
    .flatMap(({ sources }) => sources)
    .filter(({ node }) => node instanceof Element)
    .filter(({ previousRect, currentRect }) => !isEmpty(previousRect) && !isEmpty(currentRect))
    .filter(({ previousRect, currentRect }) => Math.abs(previousRect.top - currentRect.top) >= LINE)
    .map(({ node, previousRect, currentRect }) => `${currentRect.top - previousRect.top} px: ${told(node)}`);
  return { pushed, score: moves.reduce((sum, { value }) => sum + value, 0) };
}
