import { createRequire } from 'node:module';
import type { Frame, Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPanel, showPanel } from '../../src/cli/browser/open-panel.ts';
import { VIEW_IDS } from '../../src/panel/state/panel-location.ts';
import { type Demo, startDemo } from '../pages/demo/server.ts';
import { type Playground, servePlayground } from '../playground/serve.ts';
import { openSession, showLocation, showView } from '../playground/show-view.ts';
import { killServiceWorker, launchExtension, type TestBrowser } from './support/extension.ts';
import { boxOf, noticedBy, paintedBox, untilOutlined, watchPage } from './support/outline.ts';

/** Half of the outline lies around its element; a box may begin within a pixel. */
const OUTLINE_PX = 3;

const AXE = createRequire(import.meta.url).resolve('axe-core');

let demo: Demo;
let chromium: TestBrowser;
let playground: Playground;

beforeAll(async () => {
  playground = await servePlayground();
  demo = await startDemo();
  chromium = await launchExtension();
});
afterAll(async () => {
  await chromium?.close();
  await demo?.close();
  await playground?.close();
});

describe('in the real panel', () => {
  const LCP = '[data-metric="LCP"] .attribution-fact.pointing';
  let page: Page;
  let devtools: Page;
  let panel: Frame;

  beforeAll(async () => {
    page = await chromium.browser.newPage();
    await page.goto(`${demo.url}/product/copper-kettle`);
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
      const painted = await paintedBox(page, chromium.extensionPage);
      const box = await boxOf(page, 'img[src*="kettle"]');
      for (const side of ['left', 'top', 'right', 'bottom'] as const)
        expect(Math.abs((painted?.[side] ?? Number.NaN) - box[side]), side).toBeLessThanOrEqual(OUTLINE_PX);
      await leave();
      expect(await paintedBox(page, chromium.extensionPage)).toBeNull();
      expect(await noticedBy(page)).toEqual([]);
    });

    test('is outlined while it has the focus, again by a new worker, and no longer after that', async () => {
      await panel.focus(`${INP} [data-testid="inspect"]`);
      await untilOutlined(page, ['add-to-cart']);
      await page.evaluate(() => void Object.assign(globalThis, { old: document.getAnimations() }));
      await killServiceWorker(chromium);
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
    await devtools.keyboard.press('ArrowLeft');
    await panel.evaluate(() => location.reload());
    await panel.waitForSelector(`#tab-${VIEW_IDS[3]}[aria-selected="true"]`);
    await panel.waitForSelector('[data-testid="longest-tasks"]');
  });

  test('the page is loaded again with the cache and without it', async () => {
    const { pathname } = new URL(`${demo.url}/product/copper-kettle`);
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

  test('two page loads are compared, by trusted clicks, also in a panel that is made anew', async () => {
    await openView('sessions', '[data-testid="session-row"]');
    const ticks = await panel.$$('[data-testid="session-row"] .choose input');
    for (const tick of ticks.slice(-2)) await tick.click();
    await panel.locator('[data-testid="chosen"] ::-p-aria([name="Compare"][role="button"])').click();
    const sides = () =>
      panel.$$eval('[data-testid="compared-side"]', (all) => all.map((side) => side.textContent?.slice(1) ?? ''));
    await panel.waitForSelector('[data-testid="compared"]');
    const [before, after] = await sides();
    expect([before, after].every((side) => side?.startsWith('/product/copper-kettle'))).toBe(true);
    expect(
      await panel.$$eval('[data-testid="comparison"]', (rows) => rows.map((row) => row.textContent)),
    ).toContainEqual(expect.stringMatching(/^LCP/));
    await panel.locator('::-p-aria([name="Swap"][role="button"])').click();
    await panel.waitForSelector('[data-testid="compared"]');
    await expect.poll(sides, { timeout: 15_000 }).toEqual([after, before]);
    await panel.evaluate(() => location.reload());
    await panel.waitForSelector('[data-testid="compared"]');
    expect(await sides()).toEqual([after, before]);
  });

  test('the course of a metric is drawn, and told in a table', async () => {
    await panel.locator('::-p-aria([name="Trends"][role="button"])').click();
    await panel.waitForFunction(() => document.querySelectorAll('[data-testid="trend-point"]').length > 1);
    await panel.waitForFunction(() => {
      const canvas = document.querySelector<HTMLCanvasElement>('[data-testid="trend-chart"]');
      const { width = 0, height = 0 } = canvas ?? {};
      return (
        width > 0 &&
        canvas
          ?.getContext('2d')
          ?.getImageData(0, 0, width, height)
          .data.some((value) => value > 0)
      );
    });
    expect(await panel.$eval('[data-testid="trend-text"]', (text) => text.textContent)).toMatch(
      /^LCP: 75 % of \d page loads are at [\d.]+ m?s or less\. .* limit of /,
    );
    await panel.select('.trend-choices label:last-of-type select', 'CLS');
    await panel.waitForFunction(() =>
      document.querySelector('[data-testid="trend-text"]')?.textContent?.startsWith('CLS'),
    );
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
});

describe('in a plain page', () => {
  let page: Page;
  beforeAll(async () => {
    page = await chromium.browser.newPage();
  });

  test.each(['busy', 'firefox', 'empty'])('axe-core finds nothing in any view of the session %s', async (session) => {
    await openSession(playground, page, session);
    await page.addScriptTag({ path: AXE });
    const found: string[] = [];
    for (const view of VIEW_IDS) {
      await showView(page, view);
      found.push(...(await violationsIn(view)));
    }
    expect(found).toEqual([]);
  });

  test('axe-core finds nothing in the sessions view, whatever it shows', async () => {
    await openSession(playground, page, 'stored');
    await page.addScriptTag({ path: AXE });
    const found: string[] = [];
    for (const [hash, content] of [
      ['view=sessions&grouped=1', '[data-testid="session-head"]'],
      ['view=sessions', '[data-testid="session-row"][data-key="page-load-149"]'],
      ['view=sessions&show=compare&a=page-load-140&b=page-load-146', '[data-testid="compared"]'],
      ['view=sessions&show=trends', '[data-testid="trend-chart"]'],
      ['view=overview&session=session-3&load=page-load-90', '[data-testid="earlier"]'],
    ] as const) {
      await showLocation(page, hash);
      await page.waitForSelector(content);
      if (hash === 'view=sessions') await page.click('[data-testid="session-row"][data-key="page-load-149"] .page');
      found.push(...(await violationsIn(hash)));
    }
    expect(found).toEqual([]);
  });

  test('axe-core finds nothing in the view of resources, whatever is open in it', async () => {
    await openSession(playground, page, 'shop');
    await page.addScriptTag({ path: AXE });
    await showLocation(page, 'view=resources&group=type');
    await page.waitForSelector('[data-testid="summary"]');
    const found = [...(await violationsIn('sums'))];
    await showLocation(page, 'view=resources&type=script');
    await page.locator('[data-testid="resource"]').click();
    await page.locator('[data-testid="filters"]').click();
    await page.waitForSelector('.facet');
    found.push(...(await violationsIn('details and filters')));
    expect(found).toEqual([]);
  });

  /** What axe-core finds in what is shown, in both themes. */
  async function violationsIn(shown: string): Promise<readonly string[]> {
    const found: string[] = [];
    for (const theme of ['light', 'dark']) {
      const violations = await page.evaluate(async (chosen) => {
        document.documentElement.dataset.theme = chosen;
        const { axe } = globalThis as unknown as { axe: { run(): Promise<AxeResults> } };
        const results = await axe.run();
        return results.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
      }, theme);
      found.push(...violations.map((violation) => `${shown} ${theme} ${violation}`));
    }
    return found;
  }

  test('charts are drawn, stand beside the same in text, and follow the theme and the room there is', async () => {
    await page.setViewport({ width: 1000, height: 800 });
    await openSession(playground, page, 'busy');
    await page.evaluate(() => {
      document.documentElement.dataset.theme = 'light';
    });
    for (const [view, chart] of [
      ['overview', 'load-chart'],
      ['layout-shifts', 'shift-chart'],
      ['main-thread', 'main-thread-chart'],
      ['interactions', 'interaction-chart'],
      ['memory', 'heap-chart'],
    ] as const) {
      await showView(page, view);
      const canvas = await page.waitForSelector(`canvas[data-testid="${chart}"][aria-label^="Chart of"]`);
      const painted = (): Promise<string> => page.$eval(`canvas[data-testid="${chart}"]`, paintedText);
      await expect.poll(painted).not.toBe('');
      const light = await painted();
      await page.evaluate(() => {
        document.documentElement.dataset.theme = 'dark';
      });
      await expect.poll(painted).not.toBe(light);
      const said = await canvas?.evaluate(
        (node) => document.getElementById(node.getAttribute('aria-details') ?? '')?.textContent,
      );
      expect(said, view).toMatch(/\d/);
      await page.evaluate(() => {
        document.documentElement.dataset.theme = 'light';
      });
    }
    await page.setViewport({ width: 400, height: 800 });
    await page.waitForFunction(() => {
      const { clientWidth = 0 } = document.querySelector('canvas') ?? {};
      return clientWidth > 250 && clientWidth < 400;
    });
  });

  test('what Firefox does not measure is said, with what there is instead', async () => {
    await openSession(playground, page, 'firefox');
    for (const [view, title] of [
      ['layout-shifts', 'Firefox does not measure layout shifts'],
      ['main-thread', 'Firefox does not measure long tasks or late frames'],
    ] as const) {
      await showView(page, view);
      expect(await page.$eval('[data-testid="unsupported"] h1', (node) => node.textContent)).toBe(title);
      expect(await page.$$('[data-testid="shift-chart"], [data-testid="main-thread-chart"]')).toEqual([]);
    }
    await showView(page, 'memory');
    expect(await page.$eval('[data-testid="no-heap"]', (node) => node.textContent)).toMatch(
      /^Firefox does not measure/,
    );
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

/** What a canvas shows, as text; empty while it is blank. */
function paintedText(canvas: Element): string {
  if (!(canvas instanceof HTMLCanvasElement)) return '';
  const { width, height } = canvas;
  const pixels = canvas.getContext('2d')?.getImageData(0, 0, width || 1, height || 1).data;
  return pixels?.some((value) => value > 0) ? canvas.toDataURL() : '';
}

/** The part of axe-core's answer that is read here. */
interface AxeResults {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[];
}
