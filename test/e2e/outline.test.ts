import type { Frame, Page } from 'puppeteer';
import { beforeAll, describe, expect, test } from 'vitest';
import { type OpenDevtools, openPanel, showPanel } from '../../src/cli/browser/open-panel.ts';
import { startDemo } from '../pages/demo/server.ts';
import { besidePages } from './support/beside-pages.ts';
import { killServiceWorker } from './support/extension.ts';
import { addFrame, addShadowCard, inspected } from './support/hidden-elements.ts';
import { boxOf, hoverUntil, noticedBy, paintedBox, untilOutlined, watchPage } from './support/outline.ts';

/** Half of the outline lies around its element; a box may begin within a pixel. */
const OUTLINE_PX = 3;

const LCP = '[data-metric="LCP"] .attribution-fact.pointing';

const suite = besidePages(startDemo);
let page: Page;
let devtools: Page;
let panel: Frame;

beforeAll(async () => {
  page = await suite.chromium.browser.newPage();
  await page.goto(`${suite.pages.url}/product/copper-kettle`);
  await page.click('#add-to-cart');
  await addOddButton(page);
  await page.click('.odd');
  ({ frame: panel, devtools } = await openPanel(page));
});

describe('an element that the panel names', () => {
  const INP = '[data-metric="INP"] .attribution-fact.pointing';

  beforeAll(async () => {
    await panel.locator('#tab-overview').click();
    await page.waitForSelector('#promo-banner');
    await panel.waitForSelector(`${INP} [data-testid="inspect"]`);
  });

  /** To somewhere else in the panel: a frame is not told of the protocol's mouse leaving it. */
  async function leave(): Promise<void> {
    await panel.locator('[data-testid="verdict"] h1').hover();
    await panel.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());
    await untilOutlined(page, []);
  }

  test('is outlined while it has the focus, again by a new worker, and no longer after that', async () => {
    await panel.focus(`${INP} [data-testid="inspect"]`);
    await untilOutlined(page, ['add-to-cart']);
    await page.evaluate(() => void Object.assign(globalThis, { old: document.getAnimations() }));
    await killServiceWorker(suite.chromium);
    await page.waitForFunction('document.getAnimations().some((outline) => !old.includes(outline))');
    await untilOutlined(page, ['add-to-cart']);
    await leave();
  });

  test('is shown in the Elements panel on request, and not outlined when our panel is not in front', async () => {
    await panel.focus(`${INP} [data-testid="inspect"]`);
    await devtools.keyboard.press('Enter');
    // A panel that is not in front has no frames to wait for.
    await panel.waitForFunction(
      `new Promise((resolve) =>
        chrome.devtools.inspectedWindow.eval('$0 && $0.id', (id) => resolve(id === 'add-to-cart')))`,
      { polling: 50 },
    );
    await untilOutlined(page, []);
    await showPanel(devtools);
  });

  test('is copied by its selector', async () => {
    await panel.locator(`${INP} [data-testid="copy-selector"]`).click();
    await panel.waitForSelector(`${INP} [data-copied="true"]`);
    await leave();
  });

  test('is outlined where it is while it is hovered, and the page notices nothing', async () => {
    await watchPage(page);
    await hoverUntil(panel, LCP, (timeout) => untilOutlined(page, ['img'], timeout));
    const painted = await paintedBox(page, suite.chromium.extensionPage);
    const box = await boxOf(page, 'img[src*="kettle"]');
    for (const side of ['left', 'top', 'right', 'bottom'] as const)
      expect(Math.abs((painted?.[side] ?? Number.NaN) - box[side]), side).toBeLessThanOrEqual(OUTLINE_PX);
    await leave();
    expect(await paintedBox(page, suite.chromium.extensionPage)).toBeNull();
    expect(await noticedBy(page)).toEqual([]);
  });

  test('is found by names that are no CSS', async () => {
    await panel.locator('#tab-interactions').click();
    await panel.locator('[data-testid="interaction"] ::-p-text(md:w-1/2)').hover();
    await untilOutlined(page, ['button']);
    await panel.locator('#interactions-title').hover();
    await untilOutlined(page, []);
    await panel.locator('#tab-overview').click();
  });

  test('that is gone meanwhile is said to be', async () => {
    await page.evaluate(() => document.getElementById('add-to-cart')?.remove());
    await panel.locator(INP).hover();
    await panel.waitForSelector('.pointer-note::-p-text(no such element now)');
    await leave();
  });
});

test('an outline ends with the panel', async () => {
  await panel.locator('#tab-overview').click();
  await hoverUntil(panel, LCP, (timeout) => untilOutlined(page, ['img'], timeout));
  await devtools.close();
  await untilOutlined(page, []);
});

describe('an element that no browser names', () => {
  let hidden: Page;
  let its: OpenDevtools;

  beforeAll(async () => {
    hidden = await suite.chromium.browser.newPage();
    await hidden.goto(`${suite.pages.url}/cart`);
    await addShadowCard(hidden);
    // Another site, so another process.
    await addFrame(hidden, `${suite.pages.url.replace('127.0.0.1', 'localhost')}/product/copper-kettle`);
    its = await openPanel(hidden);
  });

  const ROW = '[data-testid="resource"][data-url*="localhost"][data-url*="kettle.svg"]';

  test('is outlined in a closed shadow tree, found by what it shows, and inspected there', async () => {
    await watchPage(hidden);
    await its.frame.waitForSelector(`${LCP}::-p-text(in a shadow tree)`);
    await hoverUntil(its.frame, LCP, (timeout) =>
      hidden.waitForFunction('card.getAnimations().length === 1', { timeout }),
    );
    expect(await noticedBy(hidden)).toEqual([]);
    await its.frame.focus(`${LCP} [data-testid="inspect"]`);
    await its.devtools.keyboard.press('Enter');
    await inspected(its.frame, '$0 && $0.className', 'large');
    await hidden.waitForFunction('card.getAnimations().length === 0');
    await showPanel(its.devtools);
  });

  test('is copied by a selector that goes into the shadow tree', async () => {
    await its.frame.locator(`${LCP} [data-testid="copy-selector"]`).click();
    await its.frame.waitForSelector(`${LCP} [data-copied="true"]`);
    await its.frame.locator('#tab-resources').click();
    await its.frame.locator('.search').click();
    await its.devtools.keyboard.press('KeyV', { commands: ['Paste'] });
    await its.frame.waitForFunction(
      () => document.querySelector<HTMLInputElement>('.search')?.value === '#card >>> img.large',
    );
    await its.frame.locator('[data-testid="clear-filters"]').click();
  });

  test('is outlined and inspected in a frame of another site, which notices nothing', async () => {
    const frame = hidden.frames().find((candidate) => candidate.url().includes('localhost'));
    if (!frame) throw new Error('The page has no frame of another site.');
    await watchPage(frame);
    await its.frame.locator(ROW).click();
    await hoverUntil(its.frame, '[data-testid="shown-in"]', (timeout) => untilOutlined(frame, ['img'], timeout));
    await its.frame.waitForSelector('.pointer-note::-p-text(Outlined in a frame of the page)');
    expect(await noticedBy(frame)).toEqual([]);
    await its.frame.focus('[data-testid="shown-in"] [data-testid="inspect"]');
    await its.devtools.keyboard.press('Enter');
    await inspected(its.frame, '$0 && $0.localName', 'img', frame.url());
    await untilOutlined(frame, []);
    await its.devtools.close();
  });
});

/** A button whose classes are no CSS unless escaped, and whose click takes long enough to be told of. It moves nothing. */
async function addOddButton(page: Page): Promise<void> {
  await page.evaluate(() => {
    const button = document.createElement('button');
    button.className = 'odd md:w-1/2 [&>b]:p-1.5';
    button.textContent = 'Odd';
    button.style.cssText = 'position: fixed; inset: 0 auto auto 0';
    button.addEventListener('click', () => {
      const end = performance.now() + 50;
      while (performance.now() < end);
    });
    document.body.append(button);
  });
}
