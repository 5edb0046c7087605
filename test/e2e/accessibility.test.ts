import type { Page } from 'puppeteer';
import { beforeAll, expect, test } from 'vitest';
import { VIEW_IDS } from '../../src/panel/state/panel-location.ts';
import { servePlayground } from '../playground/serve.ts';
import { openSession, showLocation, shownWhole, showView } from '../playground/show-view.ts';
import { violationsIn } from './support/axe.ts';
import { besidePages } from './support/beside-pages.ts';
import { chooseOption } from './support/choose-option.ts';
import { movedWhileStreaming, openBeside } from './support/pushed-while-streaming.ts';
import { missedByTab } from './support/tab-stops.ts';

const suite = besidePages(servePlayground);
let page: Page;
beforeAll(async () => {
  page = await suite.chromium.browser.newPage();
});

test.each(['busy', 'firefox', 'empty'])('axe-core finds nothing in any view of the session %s', async (session) => {
  await openSession(suite.pages, page, session);
  const found: string[] = [];
  for (const view of VIEW_IDS) {
    await showView(page, view);
    found.push(...(await violationsIn(page, view)));
  }
  expect(found).toEqual([]);
});

test('axe-core finds nothing in the sessions view, whatever it shows', async () => {
  await openSession(suite.pages, page, 'stored');
  const found: string[] = [];
  for (const [hash, content] of [
    ['view=sessions&grouped=1', '[data-testid="session-head"]'],
    ['view=sessions', '[data-testid="session-row"][data-key="page-load-149"]'],
    ['view=sessions&find=nowhere', '[data-testid="none-found"]'],
    ['view=sessions&show=compare', '[data-testid="not-compared"]'],
    ['view=sessions&show=compare&a=page-load-140&b=page-load-146', '[data-testid="compared"]'],
    ['view=sessions&show=trends', '[data-testid="trend-chart"]'],
    ['view=overview&session=session-3&load=page-load-90', '[data-testid="earlier"]'],
  ] as const) {
    await showLocation(page, hash);
    await page.waitForSelector(content);
    if (hash === 'view=sessions') await page.click('[data-testid="session-row"][data-key="page-load-149"] .page');
    found.push(...(await violationsIn(page, hash)));
  }
  expect(found).toEqual([]);
});

test('axe-core finds nothing in what is opened over a view or in it', async () => {
  await openSession(suite.pages, page, 'shop');
  const found: string[] = [];
  for (const [hash, content, ...clicks] of [
    ['view=resources&group=type', '[data-testid="summary"]'],
    ['view=resources&type=script', '.facet', '[data-testid="resource"]', '[data-testid="filters"]'],
    ['view=resources', '.menu [data-value="protocol"]', '[data-testid="columns"]'],
    ['view=budgets', 'textarea[aria-label="Budgets as JSON"]', '.editor-actions [aria-pressed]'],
    ['view=overview', '[data-testid="raw-meant"]', 'button[aria-haspopup="dialog"]', '.dialog input[value="raw"]'],
  ] as const) {
    await showLocation(page, hash);
    for (const click of clicks) await page.locator(click).click();
    await page.waitForSelector(content);
    found.push(...(await violationsIn(page, `${hash} ${clicks.join(' ')}`)));
  }
  expect(found).toEqual([]);
});

test('what tells of trouble says what to do, and axe-core finds nothing in it, nor in the popup', async () => {
  const { panelUrl, popupUrl } = suite.pages;
  const found: string[] = [];
  for (const [url, content, said] of [
    [
      panelUrl('lost'),
      '[data-store-state="limited"]',
      /not answering.*close DevTools and open it again.*Free disk space or/s,
    ],
    [panelUrl('paused'), '[data-testid="not-recorded"]', /Paused on shop\.example.*Resume/s],
    [panelUrl('not-listed'), '[data-testid="not-recorded"]', /not on the list of recorded sites.*Add this site/s],
    [panelUrl('no-access'), '[data-testid="not-recorded"]', /withholds access.*button in the browser's toolbar/s],
    [panelUrl('unreadable'), '[data-testid="error"]', /close DevTools and open it again.*Read again/s],
    [panelUrl('loading'), '[data-testid="loading"]', /./],
    [popupUrl('shop'), '[data-metric="LCP"]', /Pause on this site/],
    [popupUrl('paused'), '[data-state="paused"]', /Resume/],
    [popupUrl('no-access'), '[data-state="no-access"]', /Allow on all sites/],
    [popupUrl('empty'), '.popup > p', /Load it anew/],
  ] as const) {
    await page.goto(url);
    await page.waitForSelector(content);
    await page.waitForFunction((text) => new RegExp(text, 's').test(document.body.textContent), {}, said.source);
    found.push(...(await violationsIn(page, url)));
  }
  expect(found).toEqual([]);
});

test('what could not be read is said in its place, and read again at a press', async () => {
  const press = (selector: string) => page.locator(selector).click();
  const tell = (event: string) => page.evaluate((name) => dispatchEvent(new Event(name)), event);
  await openSession(suite.pages, page, 'unreliable');
  await tell('disk-away');
  const notices: string[] = [];
  for (const [view, notice] of [
    ['overview', '.notices [data-tone="error"]'],
    ['sessions', '.sessions-list-view > [data-tone="error"]'],
    ['storage', '[data-testid="storage"] [data-tone="error"]'],
  ] as const) {
    await press(`#tab-${view}`);
    await page.waitForSelector(`${notice} ::-p-text(The disk is away.)`);
    await press(`${notice} button`);
    await page.waitForSelector(`${notice} ::-p-text(The disk is away.)`);
    await tell('disk-back');
    await press(`${notice} button`);
    await page.waitForSelector(notice, { hidden: true });
    await tell('disk-away');
    notices.push(notice);
  }
  expect(notices).toHaveLength(3);
});

test('Tab stops at every control of every view, and shows where it is', async () => {
  const missed: string[] = [];
  for (const [session, hashes] of [
    ['busy', VIEW_IDS.map((view) => `view=${view}`)],
    ['shop', ['view=sessions&show=trends', 'view=resources&group=type', 'view=resources&type=script']],
  ] as const) {
    await openSession(suite.pages, page, session);
    for (const hash of hashes) {
      await showLocation(page, hash);
      await shownWhole(page);
      missed.push(...(await missedByTab(page)).map((control) => `${session} ${hash} ${control}`));
    }
  }
  expect(missed).toEqual([]);
});

test('a long list goes on by a key, and the keyboard with it', async () => {
  await openSession(suite.pages, page, 'busy');
  for (const [view, item] of [
    ['layout-shifts', '[data-testid="shift"]'],
    ['interactions', '[data-testid="interaction"]'],
  ] as const) {
    await showView(page, view);
    const count = () => page.$$eval(item, (all) => all.length);
    const before = await count();
    await page.focus('.more-button');
    await page.keyboard.press('Enter');
    await expect.poll(count).toBeGreaterThan(before);
    expect(await page.$('.more-button')).toBeNull();
    await page.waitForFunction(() => document.activeElement !== document.body);
  }
  await openSession(suite.pages, page, 'many-sessions');
  await showView(page, 'storage');
  expect(await page.$$('[data-testid="session"]')).toHaveLength(100);
  await page.focus('[data-testid="all-sessions"]');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.$$('[data-testid="session"]')).toHaveLength(120);
});

test('nothing is pushed up or down in any view while a page streams, narrow or wide', async () => {
  await page.goto(suite.pages.url);
  const panels = await openBeside(page, suite.pages.panelUrl('growing-when-told'), [400, 1200], 690);
  const moved = await Promise.all(panels.map((panel) => movedWhileStreaming(panel, VIEW_IDS, 2)));
  expect(moved.flat().flatMap(({ view, pushed }) => pushed.map((what) => `${view}: ${what}`))).toEqual([]);
  expect(Math.max(...moved.flat().map(({ score }) => score))).toBeLessThan(0.01);
  const [narrow] = panels;
  const found: string[] = [];
  for (const [view, room] of [
    ['layout-shifts', '.shift-windows-room.kept-room'],
    ['memory', '.insight-body.kept-room'],
    ['budgets', '.violations-room.kept-room'],
  ] as const) {
    await narrow?.locator(`#tab-${view}`).click();
    await narrow?.waitForSelector(room);
    if (narrow) found.push(...(await violationsIn(narrow, `growing ${view}`)));
  }
  expect(found).toEqual([]);
});

test('a narrow dock has the page loads in a select', async () => {
  await page.setViewport({ width: 400, height: 800 });
  await openSession(suite.pages, page, 'shop');
  const select = '[data-testid="page-load-select"]';
  const oldest = await page.$eval(`${select} option:last-child`, (option) => (option as HTMLOptionElement).value);
  await chooseOption(page.mainFrame(), select, oldest);
  await page.waitForSelector(`[data-testid="panel"][data-page-load-id="${oldest}"]`);
  await page.waitForSelector('[data-testid="earlier"]');
});

test('charts are drawn, stand beside the same in text, and follow the theme and the room there is', async () => {
  await page.setViewport({ width: 1000, height: 800 });
  await openSession(suite.pages, page, 'busy');
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
  await openSession(suite.pages, page, 'firefox');
  for (const [view, title] of [
    ['layout-shifts', 'Firefox does not measure layout shifts'],
    ['main-thread', 'Firefox does not measure long tasks or late frames'],
  ] as const) {
    await showView(page, view);
    expect(await page.$eval('[data-testid="unsupported"] h1', (node) => node.textContent)).toBe(title);
    expect(await page.$$('[data-testid="shift-chart"], [data-testid="main-thread-chart"]')).toEqual([]);
  }
  await showView(page, 'memory');
  expect(await page.$eval('[data-testid="no-heap"]', (node) => node.textContent)).toMatch(/^Firefox does not measure/);
});

test('the pickers show panel or popup on a session, in a theme and a width, and have them again', async () => {
  await page.setViewport({ width: 1000, height: 800 });
  await page.goto(suite.pages.url);
  for (const [name, value] of [
    ['session', 'paused'],
    ['page', 'popup'],
    ['theme', 'dark'],
    ['width', '400'],
  ] as const)
    await chooseOption(page.mainFrame(), `select[name="${name}"]`, value);
  const shown = () => page.waitForFrame((frame) => /popup\.html\?session=paused&theme=dark$/.test(frame.url()));
  await page.reload();
  const popup = await shown();
  await popup.waitForSelector('[data-state="paused"]');
  await popup.waitForSelector('html[data-theme="dark"]');
  expect(await popup.evaluate(() => innerWidth)).toBe(400);
});

/** What a canvas shows, as text; empty while it is blank. */
function paintedText(canvas: Element): string {
  if (!(canvas instanceof HTMLCanvasElement)) return '';
  const { width, height } = canvas;
  const pixels = canvas.getContext('2d')?.getImageData(0, 0, width || 1, height || 1).data;
  return pixels?.some((value) => value > 0) ? canvas.toDataURL() : '';
}
