import type { Frame, Page } from 'puppeteer';

/** An image that is the largest element, in a closed shadow tree, whose root the page keeps as `card`. */
export async function addShadowCard(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const host = document.createElement('section');
    host.id = 'card';
    host.style.cssText = 'position: fixed; inset: 5%';
    const card = host.attachShadow({ mode: 'closed' });
    Object.assign(globalThis, { card });
    const image = new Image();
    image.className = 'large';
    image.style.cssText = 'width: 100%; height: 100%';
    image.src = '/images/hero.png';
    card.append(image);
    const isLargest = new Promise<void>((resolve) => {
      new PerformanceObserver((list) => {
        const entries = list.getEntries() as (PerformanceEntry & { readonly url: string })[];
        if (entries.some(({ url }) => url.endsWith('/hero.png'))) resolve();
      }).observe({ type: 'largest-contentful-paint', buffered: true });
    });
    document.body.append(host);
    await isLargest;
  });
}

/** A frame, once it is loaded. */
export async function addFrame(page: Page, url: string): Promise<void> {
  await page.evaluate(async (src) => {
    const frame = document.createElement('iframe');
    frame.src = src;
    const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
    document.body.append(frame);
    await loaded;
  }, url);
}

/** Waits until DevTools show an element of which that is true. A panel that is not in front has no frames to wait for. */
export async function inspected(panel: Frame, code: string, value: string, frameURL?: string): Promise<void> {
  await panel.waitForFunction(
    (asked, expected, options) =>
      new Promise((resolve) => {
        const { chrome } = globalThis as unknown as { chrome: ChromeDevtools };
        chrome.devtools.inspectedWindow.eval(asked, options, (told) => resolve(told === expected));
      }),
    { polling: 50 },
    code,
    value,
    frameURL === undefined ? {} : { frameURL },
  );
}

/** The part of `chrome` that is used here; it is not in the polyfill's types. */
interface ChromeDevtools {
  readonly devtools: {
    readonly inspectedWindow: { eval(code: string, options: object, callback: (told: unknown) => void): void };
  };
}
