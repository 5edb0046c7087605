import { createRequire } from 'node:module';
import type { Frame, Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPanel } from '../../src/cli/browser/open-panel.ts';
import { VIEW_IDS } from '../../src/panel/state/panel-location.ts';
import { type Demo, startDemo } from '../pages/demo/server.ts';
import { type Playground, servePlayground } from '../playground/serve.ts';
import { openSession, showView } from '../playground/show-view.ts';
import { launchExtension, type TestBrowser } from './support/extension.ts';

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
  let page: Page;
  let devtools: Page;
  let panel: Frame;

  beforeAll(async () => {
    page = await chromium.browser.newPage();
    await page.goto(`${demo.url}/product/copper-kettle`);
    await page.click('#add-to-cart');
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
      for (const theme of ['light', 'dark']) {
        const violations = await page.evaluate(async (chosen) => {
          document.documentElement.dataset.theme = chosen;
          const { axe } = globalThis as unknown as { axe: { run(): Promise<AxeResults> } };
          const results = await axe.run();
          return results.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
        }, theme);
        found.push(...violations.map((violation) => `${view} ${theme} ${violation}`));
      }
    }
    expect(found).toEqual([]);
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

/** The part of axe-core's answer that is read here. */
interface AxeResults {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[];
}
