// What Firefox does to an extension while it runs: its background asleep, its panel made anew, its access taken away.
import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { poll } from '../../../src/cli/browser/poll.ts';
import { madeByEnd, make, pourUntilTheEnd } from '../../faults/support/known.ts';
import { expectAllStored } from '../../faults/support/row.ts';
import { readLoads } from '../../faults/support/stored.ts';
import { hoverUntil, noticedBy, untilOutlined, watchPage } from '../support/outline.ts';
import { measureVitals } from '../support/page-vitals.ts';
import { goBack, leave, untilAt } from './support/bfcache-trip.ts';
import { expectDeclared, untilEnded, untilKnown } from './support/closed-tabs.ts';
import { setHostAccess } from './support/host-access.ts';
import { answerLate, clickAway, clickSlowly, slowestInPage } from './support/interactions-in-page.ts';
import { useKnownFirefox } from './support/known-firefox.ts';

const suite = useKnownFirefox();
const { open, settled, backgroundAsleep } = suite;

test('row 19, short: what is made while the background sleeps is stored, and nothing twice', async () => {
  const page = await open('/sleeps');
  let made = 0;
  for (let pause = 0; pause < 2; pause++) {
    made = await make(page, 100);
    await settled('/sleeps', made);
    await backgroundAsleep();
  }
  made = await make(page, 100);
  expectAllStored(await settled('/sleeps', made));
  expect(made).toBe(300);
  await page.close();
});

test('a page out of bfcache has an INP of its own, and none for the time that it was away', async () => {
  const [path, away] = ['/restored', suite.url('/away-restored')];
  const page = await suite.firefox.browser.newPage();
  const readVitals = await measureVitals(page);
  await page.goto(suite.url(path));
  await answerLate(page);
  await clickSlowly(page, 240);
  await leave(page, away);
  await goBack(page, path);
  await clickSlowly(page, 160);
  const [load, first] = await storedInps(path, 2);
  await poll(async () => ((await readVitals(path)).INP === first ? true : null), {
    every: 50,
    timeout: 15_000,
    onTimeout: () => new Error(`web-vitals in the world of the page does not come to an INP of ${first} ms.`),
  });
  // What was not painted when a page was left, Firefox measures to the first paint after the return.
  await clickAway(page, away);
  await untilAt(page, '/away-restored');
  await page.waitForFunction(() => performance.now() > 400);
  await goBack(page, path);
  await clickSlowly(page, 80);
  const inps = await storedInps(path, 3);
  expect(inps).toEqual(await slowestInPage(page));
  expect(inps[0]).toBe(load);
  await page.close();
});

/** The INP of each view of a page, when it has so many views and the last has one. */
function storedInps(path: string, count: number): Promise<readonly (number | undefined)[]> {
  return poll(
    async () => {
      const [load] = await readLoads(suite.firefox.extensionPage, suite.url(path));
      const { views = [], vitals = [] } = load?.pageLoad ?? {};
      const inps = views.map(({ viewId }) => vitals.find((vital) => vital.viewId === viewId && vital.name === 'INP'));
      return inps.length === count && inps.at(-1) ? inps.map((inp) => inp?.value) : null;
    },
    { every: 100, timeout: 15_000, onTimeout: () => new Error(`View ${count} of the page has no INP within 15 s.`) },
  );
}

describe('a page with its toolbox', () => {
  let page: Page;
  beforeAll(async () => {
    page = await open('/toolbox');
  });
  afterAll(() => page.close());

  test('has the largest element outlined while its line is hovered, and shown in the Inspector on request', async () => {
    const LCP = '[data-metric="LCP"] .attribution-fact.pointing';
    const { frame } = await suite.firefox.openPanel(page);
    await frame.waitForSelector(LCP);
    await watchPage(page);
    await hoverUntil(frame, LCP, (timeout) => untilOutlined(page, ['h1'], timeout));
    await frame.locator('[data-testid="verdict"] h1').hover();
    await untilOutlined(page, []);
    expect(await noticedBy(page)).toEqual([]);
    // What comes in meanwhile may move the line from under the pointer, and the outline goes with it: then once more.
    const inspect = async () => {
      const { frame } = await suite.firefox.openPanel(page);
      await frame.locator(`${LCP} [data-testid="inspect"]`).click();
      // A panel that is not in front has no frames to wait for.
      const shown = frame.waitForFunction(
        `browser.devtools.inspectedWindow.eval('$0 && $0.localName').then(([name]) => name === 'h1')`,
        { polling: 50, timeout: 5000 },
      );
      return shown.then(
        () => true,
        () => false,
      );
    };
    await expect.poll(inspect, { timeout: 60_000 }).toBe(true);
  });

  test('has the panel where it was after it was docked elsewhere; the panel says what Firefox cannot open', async () => {
    const bottom = await suite.firefox.openPanel(page);
    await bottom.frame.locator('#tab-resources').click();
    await bottom.frame.locator('[data-testid="resource"]').click();
    await bottom.frame.waitForSelector('[data-testid="no-tools"]');
    const details = await bottom.frame.$eval('[data-testid="resource-details"]', ({ textContent }) => textContent);
    for (const fact of ['Priority', 'Render-blocking'])
      expect(details).toContain(`${fact}Firefox does not measure this`);
    const right = await suite.firefox.openPanel(page, 'right');
    await right.frame.waitForSelector('#tab-resources[aria-selected="true"]');
    await right.frame.waitForSelector('[data-testid="resource-details"]');
  });

  test('has a panel that says when access to sites was taken away, and offers the way', async () => {
    const { frame } = await suite.firefox.openPanel(page, 'right');
    await frame.waitForSelector('[data-testid="panel"]');
    await setHostAccess(suite.firefox, false);
    await frame.waitForFunction(() => document.body.textContent.includes('withholds access'));
    const text = await frame.evaluate(() => document.body.textContent);
    expect(text).toContain("Press Vitalog's button in the browser's toolbar");
    await setHostAccess(suite.firefox, true);
    await frame.waitForFunction(() => !document.body.textContent.includes('withholds access'));
  });
});

test('row 10, short: a tab that is closed while it makes entries lacks none that its ledger does not declare', async () => {
  const TABS = 4;
  for (let i = 0; i < TABS; i++) {
    const page = await open(`/closed/${i}`);
    await pourUntilTheEnd(page, 10, 5);
    await page.waitForFunction('known.made > 50', { polling: 20 });
    await untilKnown(suite, `/closed/${i}`);
    await page.close();
  }
  const witness = await open('/witness');
  const truth = await madeByEnd(witness);
  await witness.close();
  expect(truth.size).toBe(TABS);
  expectDeclared(await untilEnded(suite, '/closed/', TABS), truth);
});

test('row 17, short: a tab that was open when the extension came has one collector', async () => {
  const page = await open('/open-before');
  await suite.reloadExtension();
  const loads = () => readLoads(suite.firefox.extensionPage, suite.url('/open-before'));
  await poll(async () => ((await loads()).some(({ pageLoad }) => pageLoad.state === 'open') ? true : null), {
    every: 50,
    timeout: 15_000,
    onTimeout: () => new Error('No collector was started in the open tab within 15 s.'),
  });
  await make(page, 100);
  await poll(async () => ((await loads()).some(({ known }) => known.length === 100) ? true : null), {
    every: 50,
    timeout: 15_000,
    onTimeout: () => new Error('What the open tab made did not come to the store within 15 s.'),
  });
  const known = (await loads()).flatMap((load) => load.known);
  expect(known.length).toBe(100);
  expect((await loads()).filter(({ pageLoad }) => pageLoad.state === 'open')).toHaveLength(1);
  await page.close();
});
