import type { Frame, Page } from 'puppeteer';
import { beforeAll, describe, expect, test } from 'vitest';
import { type OpenDevtools, openPanel, showPanel } from '../../src/cli/browser/open-panel.ts';
import { VIEW_IDS } from '../../src/panel/state/panel-location.ts';
import { startDemo } from '../pages/demo/server.ts';
import { besidePages } from './support/beside-pages.ts';
import { killServiceWorker } from './support/extension.ts';
import { addFrame, addShadowCard, inspected } from './support/hidden-elements.ts';
import { boxOf, noticedBy, paintedBox, untilOutlined, watchPage } from './support/outline.ts';

/** Half of the outline lies around its element; a box may begin within a pixel. */
const OUTLINE_PX = 3;

const suite = besidePages(startDemo);

describe('in the real panel', () => {
  const LCP = '[data-metric="LCP"] .attribution-fact.pointing';
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

  /** Clicks a tab, as a user does, and waits for what only its view holds. */
  async function openView(view: string, content: string): Promise<string> {
    await panel.locator(`#tab-${view}`).click();
    await panel.waitForSelector(content);
    return panel.$eval('#view', (node) => node.textContent ?? '');
  }

  test('layout shifts are shown with their windows, causes and pictures', async () => {
    expect(await openView('layout-shifts', '[data-testid="shift"] svg.shift-picture')).toMatch(/Session window/);
  });

  test('the main thread is shown by script and by function', async () => {
    expect(await openView('main-thread', '[data-testid="by-function"] tbody tr')).toMatch(
      /blocked the page for [\d.]+ m?s/,
    );
  });

  test('a click appears among the interactions with its parts and its script', async () => {
    await openView('interactions', '[data-testid="interaction"]');
    await panel.waitForSelector('::-p-text(#add-to-cart)');
    expect(await panel.$eval('[data-testid="interaction"]', (node) => node.textContent)).toMatch(
      /Input delay.*Processing.*Presentation delay/,
    );
  });

  test('memory and errors are shown with what the rules found', async () => {
    expect(await openView('memory', '[data-insight="failed-requests"]')).toMatch(/JavaScript heap/);
  });

  test('what stands out leads by a key to all that its rule found; rules with nothing to say are one line', async () => {
    await openView('overview', '[data-testid="fix-first"]');
    const button = '[data-testid="fix-first"] button';
    const rule = await panel.$eval(button, (node) => node.textContent);
    await panel.focus(button);
    await devtools.keyboard.press('Enter');
    await panel.waitForSelector('.insight[open] > summary:focus');
    expect(await panel.$eval('.insight > summary:focus h3', (node) => node.textContent)).toBe(rule);
    const passed = '.insight-group[data-status="pass"]';
    expect(await panel.$eval(`${passed} [data-status="pass"]`, (rule) => rule.checkVisibility())).toBe(false);
    await panel.focus(`${passed} > summary`);
    await devtools.keyboard.press('Enter');
    await panel.waitForSelector(`${passed} [data-status="pass"]`, { visible: true });
  });

  describe('an element that the panel names', () => {
    const INP = '[data-metric="INP"] .attribution-fact.pointing';

    beforeAll(async () => {
      await panel.locator('#tab-overview').click();
      await page.waitForSelector('#promo-banner');
      await watchPage(page);
    });

    /** To somewhere else in the panel: a frame is not told of the protocol's mouse leaving it. */
    async function leave(): Promise<void> {
      await panel.locator('[data-testid="verdict"] h1').hover();
      await panel.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());
      await untilOutlined(page, []);
    }

    test('is outlined where it is while it is hovered, and the page notices nothing', async () => {
      await panel.locator(LCP).hover();
      await untilOutlined(page, ['img']);
      const painted = await paintedBox(page, suite.chromium.extensionPage);
      const box = await boxOf(page, 'img[src*="kettle"]');
      for (const side of ['left', 'top', 'right', 'bottom'] as const)
        expect(Math.abs((painted?.[side] ?? Number.NaN) - box[side]), side).toBeLessThanOrEqual(OUTLINE_PX);
      await leave();
      expect(await paintedBox(page, suite.chromium.extensionPage)).toBeNull();
      expect(await noticedBy(page)).toEqual([]);
    });

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

    test('is found by names that are no CSS', async () => {
      await openView('interactions', '[data-testid="interaction"]');
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

  test('arrow keys go through all views, and the panel made anew shows the last again', async () => {
    await panel.locator('#tab-overview').click();
    for (const view of VIEW_IDS.slice(1, 5)) {
      await devtools.keyboard.press('ArrowRight');
      await panel.waitForSelector(`#tab-${view}:focus[aria-selected="true"]`);
    }
    for (const [key, at] of [
      ['End', -1],
      ['Home', 0],
      ['ArrowLeft', -1],
      ['ArrowRight', 0],
    ] as const) {
      await devtools.keyboard.press(key);
      await panel.waitForSelector(`#tab-${VIEW_IDS.at(at)}:focus[aria-selected="true"]`);
    }
    for (let step = 0; step < 3; step += 1) await devtools.keyboard.press('ArrowRight');
    await panel.evaluate(() => location.reload());
    await panel.waitForSelector(`#tab-${VIEW_IDS[3]}[aria-selected="true"]`);
    await panel.waitForSelector('[data-testid="longest-tasks"]');
  });

  test('the page is loaded again with the cache and without it', async () => {
    const { pathname } = new URL(`${suite.pages.url}/product/copper-kettle`);
    for (const [button, count] of [
      ['reload', 2],
      ['reload-uncached', 3],
    ] as const) {
      await panel.locator(`[data-testid="${button}"]`).click();
      await panel.waitForFunction(
        (expected) => document.querySelectorAll('[data-testid="page-load"]').length === expected,
        {},
        count,
      );
    }
    expect(new URL(page.url()).pathname).toBe(pathname);
  });

  test('an earlier page load that is picked stays so in a panel made anew, until one goes back', async () => {
    const picked = '[data-testid="earlier"], li:nth-child(2) > [data-testid="page-load"][aria-current="true"]';
    await panel.locator('li:nth-child(2) > [data-testid="page-load"]').click();
    for (const selector of picked.split(', ')) await panel.waitForSelector(selector);
    await panel.evaluate(() => location.reload());
    for (const selector of picked.split(', ')) await panel.waitForSelector(selector);
    await panel.focus('[data-testid="earlier"] button');
    await devtools.keyboard.press('Enter');
    await panel.waitForSelector('li:first-child > [data-testid="page-load"][aria-current="true"]');
    await panel.waitForFunction(() => document.activeElement !== document.body);
  });

  test('what an insight found and what broke a limit are opened and closed by keys', async () => {
    await panel.locator('#tab-overview').click();
    for (const [control, opened] of [
      ['[data-testid="violation"] .offenders-toggle', '.has-details + tr [data-testid="offender"]'],
      ['[data-insight="redirects"] > summary', '[data-insight="redirects"][open] .insight-why'],
      ['.not-measured > summary', '.not-measured[open] li'],
    ] as const) {
      await (await panel.waitForSelector(control))?.focus();
      await devtools.keyboard.press('Enter');
      await panel.waitForSelector(opened, { visible: true });
      await devtools.keyboard.press('Space');
      await panel.waitForSelector(opened, { hidden: true });
    }
  });

  async function outlinedByHover(): Promise<boolean> {
    await panel.locator('[data-testid="verdict"] h1').hover();
    await panel.locator(LCP).hover();
    return untilOutlined(page, ['img'], 2000).then(
      () => true,
      () => false,
    );
  }

  test('an outline ends with the panel', async () => {
    await panel.locator('#tab-overview').click();
    // What comes in meanwhile may move the card from under the mouse.
    await expect.poll(outlinedByHover, { timeout: 30_000 }).toBe(true);
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

    const FACT = '[data-metric="LCP"] .attribution-fact.pointing';
    const ROW = '[data-testid="resource"][data-url*="localhost"][data-url*="kettle.svg"]';

    test('is outlined in a closed shadow tree, found by what it shows, and inspected there', async () => {
      await watchPage(hidden);
      await its.frame.waitForSelector(`${FACT}::-p-text(in a shadow tree)`);
      await its.frame.locator(FACT).hover();
      await hidden.waitForFunction('card.getAnimations().length === 1');
      expect(await noticedBy(hidden)).toEqual([]);
      await its.frame.focus(`${FACT} [data-testid="inspect"]`);
      await its.devtools.keyboard.press('Enter');
      await inspected(its.frame, '$0 && $0.className', 'large');
      await hidden.waitForFunction('card.getAnimations().length === 0');
      await showPanel(its.devtools);
    });

    test('is copied by a selector that goes into the shadow tree', async () => {
      await its.frame.locator(`${FACT} [data-testid="copy-selector"]`).click();
      await its.frame.waitForSelector(`${FACT} [data-copied="true"]`);
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
      await its.frame.locator('[data-testid="shown-in"]').hover();
      await its.frame.waitForSelector('.pointer-note::-p-text(Outlined in a frame of the page)');
      await untilOutlined(frame, ['img']);
      expect(await noticedBy(frame)).toEqual([]);
      await its.frame.focus('[data-testid="shown-in"] [data-testid="inspect"]');
      await its.devtools.keyboard.press('Enter');
      await inspected(its.frame, '$0 && $0.localName', 'img', frame.url());
      await untilOutlined(frame, []);
      await its.devtools.close();
    });
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
