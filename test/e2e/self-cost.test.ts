import { afterAll, beforeAll, expect, it } from 'vitest';
import { openPanel } from '../../src/cli/browser/open-panel.ts';
import { BACKED_OFF_EVENT_THRESHOLD } from '../../src/model/back-off.ts';
import type { AssetServer } from '../pages/asset-server.ts';
import { startKnownPages } from '../pages/known-page.ts';
import { launchExtension, type TestBrowser } from './support/extension.ts';
import { entriesOf, storedLoad } from './support/stored-loads.ts';

/** As much slower as makes a flood too dear that any limit of entries lets pass. */
const SLOWER = 20;
/** Marks, and elements whose name is dear to make, since each has thousands of classes; until told that there are enough. */
const FLOOD = `(async () => {
  const classes = Array.from({ length: 3000 }, (_, i) => 'c' + i).reverse().join(' ');
  let made = 0;
  while (!globalThis.enough) {
    for (let i = 0; i < 10; i++) {
      performance.mark('dear-' + made++);
      const element = document.createElement('p');
      element.setAttribute('elementtiming', 'dear');
      element.className = classes;
      element.style.cssText = 'position: fixed; top: 0';
      element.textContent = 'dear';
      document.body.append(element);
    }
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  }
  return made;
})()`;
/** A button whose clicks take as long as its text says. */
const BUTTON = `(() => {
  const button = document.createElement('button');
  button.style.cssText = 'position: fixed; top: 100px';
  button.onclick = () => { for (const start = performance.now(); performance.now() - start < Number(button.textContent);); };
  document.body.append(button);
  return performance.now();
})()`;

let pages: AssetServer;
let chromium: TestBrowser;

beforeAll(async () => {
  pages = await startKnownPages();
  chromium = await launchExtension();
});
afterAll(async () => {
  await chromium?.close();
  await pages?.close();
});

it('backs off, and further, when a page makes recording dear, and says so in the ledger and the panel', async () => {
  const page = await chromium.browser.newPage();
  const url = `${pages.url}/flood`;
  await page.goto(url);
  await page.emulateCPUThrottling(SLOWER);
  const flood = page.evaluate(FLOOD);
  const dear = await storedLoad(chromium.extensionPage, url, 'both steps', ({ pageLoad }) => {
    return pageLoad.selfCost.backOff === 2 && pageLoad.ledger.dropped.caps > 0;
  });
  expect(dear.pageLoad.selfCost.mainThreadMs).toBeGreaterThan(6000);
  await page.evaluate('globalThis.enough = true');
  const made = (await flood) as number;
  await page.emulateCPUThrottling(1);
  const since = Number(await page.evaluate(BUTTON));
  for (const ms of [60, 250]) {
    await page.$eval(
      'button',
      (button, text) => {
        button.textContent = text;
      },
      `${ms}`,
    );
    await page.click('button');
  }
  await page.evaluate(`fetch('/after').then((response) => response.text())`);

  const after = await storedLoad(chromium.extensionPage, url, 'what came after the flood', (snapshot) => {
    const clicks = entriesOf(snapshot, 'event').filter(({ name }) => name === 'click');
    return clicks.length > 0 && entriesOf(snapshot, 'resource').some(({ name }) => name.endsWith('/after'));
  });
  // Of the two clicks only the long one: what is shorter than the limit of the second step is not observed any more.
  const late = entriesOf(after, 'event').filter(({ startTime }) => startTime > since);
  expect(Math.min(...late.map(({ duration }) => duration))).toBeGreaterThanOrEqual(BACKED_OFF_EVENT_THRESHOLD);
  const { stored, dropped } = after.pageLoad.ledger;
  expect(after.pageLoad.ledger).toMatchObject({ made: stored + dropped.caps, rejected: 0 });
  expect(dropped.caps).toBe(made - entriesOf(after, 'mark').length);
  const { frame } = await openPanel(page);
  await frame.waitForFunction(
    () => document.querySelector('[data-testid="back-off"]')?.textContent?.includes('stopped recording user timings'),
    { timeout: 10_000 },
  );
  await frame.waitForFunction(
    () => document.querySelector('[data-testid="ledger"]')?.textContent?.includes('left out by our limits'),
    { timeout: 10_000 },
  );
  await page.close();
});
