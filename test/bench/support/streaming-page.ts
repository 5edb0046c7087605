import type { Frame, Page } from 'puppeteer';
import { poll } from '../../../src/cli/browser/poll.ts';

/** A page that does nothing until it is told to. */
export const STREAMING_PAGE =
  '<!doctype html><meta charset="utf-8"><title>Streaming</title><h1>A page that streams</h1>';

/** Requests of a page that are under way at a time. */
const AT_ONCE = 50;

/** Has the page make so many requests, and so many marks, at a pace that nothing is dropped at. */
export async function requestAndMark(page: Page, requests: number, marks: number): Promise<void> {
  for (let from = 0; from < Math.max(requests, marks); from += A_CALL) {
    const part = (of: number) => Math.max(0, Math.min(A_CALL, of - from));
    await makeSome(page, part(requests), part(marks));
  }
}

/** More in one call than this may outlast the browser driver's patience on a busy machine. */
const A_CALL = 1000;

function makeSome(page: Page, requests: number, marks: number): Promise<void> {
  return page.evaluate(
    async (requestCount, markCount, atOnce) => {
      const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
      for (let from = 0; from < requestCount; from += atOnce) {
        const urls = Array.from({ length: Math.min(atOnce, requestCount - from) }, (_, i) => `/data-${from + i}.json`);
        await Promise.all(urls.map(async (url) => (await fetch(url)).text()));
      }
      for (let from = 0; from < markCount; from += 200) {
        for (let i = 0; i < 200; i++) performance.mark(`made-${from + i}`);
        await pause(50);
      }
    },
    requests,
    marks,
    AT_ONCE,
  );
}

/** Has the page make a stream of entries, one in twenty a request, until there are so many at least; answers how many it were. */
export async function streamEntries(page: Page, perSecond: number, least: number): Promise<number> {
  await page.evaluate((rate) => {
    const stream = { made: 0, begun: performance.now(), timer: 0 };
    stream.timer = window.setInterval(() => {
      const due = ((performance.now() - stream.begun) / 1000) * rate;
      for (; stream.made < due; stream.made++) {
        if (stream.made % 20 === 0) void fetch(`/stream-${stream.made}.json`).then((response) => response.text());
        else performance.mark(`stream-${stream.made}`);
      }
    }, 20);
    Object.assign(globalThis, { stream });
  }, perSecond);
  await page.waitForFunction(
    (count) => (globalThis as unknown as Streaming).stream.made >= count,
    { polling: 100, timeout: 0 },
    least,
  );
  return page.evaluate(() => {
    const { stream } = globalThis as unknown as Streaming;
    clearInterval(stream.timer);
    return stream.made;
  });
}

interface Streaming {
  readonly stream: { readonly made: number; readonly timer: number };
}

/** Waits until the panel shows all that is stored, and that this is at least so many entries. */
export async function settle(panel: Frame, entries: number): Promise<void> {
  await poll(
    () =>
      panel
        .$eval(
          '[data-testid="panel"]',
          (element, least) =>
            element.getAttribute('data-settled') === 'true' && Number(element.getAttribute('data-entries')) >= least,
          entries,
        )
        .then((isSettled) => (isSettled ? true : null))
        .catch(() => null),
    { every: 200, timeout: 120_000, onTimeout: () => new Error(`The panel did not come to ${entries} entries.`) },
  );
}
