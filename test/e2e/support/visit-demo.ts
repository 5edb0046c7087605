import type { Page } from 'puppeteer';
import { painted } from '../../../src/cli/visit/painted.ts';
import type { Demo } from '../../pages/demo/server.ts';

/** Time origins of the three page loads of a visit, which tell them apart in the store. */
export interface DemoVisit {
  readonly home: number;
  readonly product: number;
  readonly cart: number;
}

/**
 * Walks through the demo shop as a customer does, with the browser's own input: home, product (put into the cart, read the
 * reviews), cart. Stays on the cart page, everything loaded.
 */
export async function visitDemo(page: Page, demo: Demo): Promise<DemoVisit> {
  await page.goto(demo.url);
  await page.waitForFunction(() => document.querySelectorAll('#recommendations h3').length === 3);
  const home = await timeOrigin(page);

  await follow(page, '.hero a');
  await page.waitForSelector('#promo-banner.open');
  await page.waitForFunction(() => [...document.fonts].some(({ status }) => status === 'loaded'));
  await painted(page); // a click in the frame that opens the banner would count as its cause
  const product = await timeOrigin(page);
  await page.click('#add-to-cart');
  await page.waitForFunction(() => document.querySelector('.cart-count')?.textContent === '1');
  await page.click('[data-tab="reviews"]');
  await softNavigated(page);

  await follow(page, '.site-header a[href="/cart"]');
  await page.waitForFunction(() => document.querySelector('#delivery')?.textContent?.startsWith('Delivery to'));
  await page.waitForNetworkIdle();
  return { home, product, cart: await timeOrigin(page) };
}

async function follow(page: Page, selector: string): Promise<void> {
  await Promise.all([page.waitForNavigation({ waitUntil: 'load' }), page.click(selector)]);
}

function timeOrigin(page: Page): Promise<number> {
  return page.evaluate(() => performance.timeOrigin);
}

/** Resolves when the browser has told of a client-side route: it does so after the paint that the route led to. */
async function softNavigated(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        new PerformanceObserver(() => resolve()).observe({ type: 'soft-navigation', buffered: true });
      }),
  );
}
