// Rows 16 and 17 of the fault catalogue, the part of Chromium; that an orphan holds no timer is not to be seen from outside.
import type { Page } from 'puppeteer';
import { expect, test } from 'vitest';
import { poll } from '../../src/cli/browser/poll.ts';
import { make, pour } from './support/known.ts';
import { printRow } from './support/row.ts';
import { lostSince, readLoads, tally } from './support/stored.ts';
import { useFaultSuite } from './support/suite.ts';

const suite = useFaultSuite();
const RELOADS = 10;
const EACH = 500;

test('rows 16 and 17: a page outlives reloads of the extension, with one collector and in silence', async () => {
  const { browser, extensionId } = suite.browser;
  await keepOnWhenReloaded();
  const url = `chrome-extension://${extensionId}/src/options/options.html`;
  let extensionPage = suite.browser.extensionPage;
  const page = await suite.open('/row-16');
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  page.on('pageerror', (error) => said.push(String(error)));
  const loadsNow = () => readLoads(extensionPage, suite.url('/row-16'));
  let lost = 0;
  let made = await pour(page, EACH, 50, 10);
  for (let reload = 1; reload <= RELOADS; reload++) {
    const before = await loadsNow();
    await extensionPage.evaluate(() => {
      const { runtime } = (globalThis as unknown as { chrome: { readonly runtime: { reload(): void } } }).chrome;
      setTimeout(() => runtime.reload());
    });
    extensionPage = await openOwnPage();
    await collectors(reload + 1);
    const from = made;
    made = await pour(page, EACH, 50, 10);
    await poll(async () => ((await loadsNow()).some(({ known }) => known.includes(made - 1)) ? true : null), {
      every: 100,
      timeout: 15_000,
      onTimeout: () => new Error(`What was made after reload ${reload} did not come to the store within 15 s.`),
    });
    const after = await loadsNow();
    lost += lostSince(before, after);
    const news = after.flatMap(({ known }) => known).filter((n) => n >= from);
    const result = { ...tally(after, EACH), stored: new Set(news).size, duplicates: news.length - new Set(news).size };
    printRow('16, 17', result, `reload ${reload}, acknowledged lost ${lost}, console ${said.length}`);
    expect(result.stored).toBe(EACH);
    expect(result.duplicates, 'entries that two collectors recorded').toBe(0);
  }
  expect(lost).toBe(0);
  expect(said).toEqual([]);
  await make(page, 1);
  await page.close();

  /** An unpacked extension stays off after it was loaded anew, but in the developer mode of the extensions page. */
  async function keepOnWhenReloaded(): Promise<void> {
    const extensions = await browser.newPage();
    await extensions.goto('chrome://extensions');
    await extensions.evaluate(async () => {
      const { developerPrivate } = (globalThis as unknown as { chrome: ExtensionsPage }).chrome;
      await developerPrivate.updateProfileConfiguration({ inDeveloperMode: true });
    });
    await extensions.close();
  }

  /** A page of the extension, as soon as it is there again. */
  function openOwnPage(): Promise<Page> {
    return poll(
      async () => {
        const opened = await browser.newPage();
        const loaded = await opened.goto(url).catch(() => null);
        if (loaded !== null) return opened;
        await opened.close();
        return null;
      },
      { every: 200, timeout: 15_000, onTimeout: () => new Error('The extension did not come back within 15 s.') },
    );
  }

  /** Waits until a further collector has recorded the page. */
  async function collectors(n: number): Promise<void> {
    await poll(async () => ((await loadsNow()).length >= n ? true : null), {
      every: 100,
      timeout: 15_000,
      onTimeout: () => new Error('No collector was started in the open page within 15 s of the reload.'),
    });
  }
});

/** The part of `chrome` that the page of all extensions has. */
interface ExtensionsPage {
  readonly developerPrivate: { updateProfileConfiguration(update: { inDeveloperMode: boolean }): Promise<void> };
}
