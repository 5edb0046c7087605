import type { Page } from 'puppeteer';
import { DEMO_PAGES } from '../../../pages/demo/faults.ts';
import type { Demo } from '../../../pages/demo/server.ts';

/**
 * Walks through the demo shop in Firefox, by address: home, product (put into the cart), cart. A page is left when it has shown what
 * the tests ask for; the product page also when `measureVitals`, called before, has read its INP.
 */
export async function visitShop(page: Page, demo: Demo): Promise<void> {
  await page.goto(demo.url);
  await page.waitForFunction(() => document.querySelectorAll('#recommendations h3').length === 3);
  await page.waitForFunction(largestIsHero);
  await page.goto(demo.url + DEMO_PAGES.product);
  await page.waitForSelector('#promo-banner.open');
  await page.waitForFunction(() => [...document.fonts].some(({ status }) => status === 'loaded'));
  await page.click('#add-to-cart');
  await page.waitForFunction(() => document.querySelector('.cart-count')?.textContent === '1');
  await page.waitForFunction(
    (key) => 'INP' in JSON.parse(localStorage.getItem(key) ?? '{}'),
    {},
    `vitals ${DEMO_PAGES.product}`,
  );
  await page.goto(demo.url + DEMO_PAGES.cart);
  await page.waitForFunction(() => document.querySelector('#delivery')?.textContent?.startsWith('Delivery to'));
}

/** Whether the hero image was painted: on a busy machine that comes after all that the page asks for. Runs in the page. */
function largestIsHero(): Promise<boolean> {
  return new Promise((resolve) => {
    new PerformanceObserver((list) => {
      const entries = list.getEntries() as (PerformanceEntry & { readonly element?: Element })[];
      if (entries.some(({ element }) => element?.id === 'hero')) resolve(true);
    }).observe({ type: 'largest-contentful-paint', buffered: true });
  });
}
