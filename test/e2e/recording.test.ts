import type { Page } from 'puppeteer';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readStore } from '../../src/cli/browser/read-store.ts';
import type { PageSnapshot } from '../../src/model/snapshot.ts';
import type { AssetServer } from '../pages/asset-server.ts';
import { ERRORS, FORGED, startRecordingPage } from '../pages/recording-page.ts';
import { violationsIn } from './support/axe.ts';
import { launchExtension, type TestBrowser } from './support/extension.ts';
import { openPopup, press, untilState } from './support/popup.ts';
import { switchScriptErrors } from './support/script-error-setting.ts';
import { entriesOf, storedLoad } from './support/stored-loads.ts';

let server: AssetServer;
let chromium: TestBrowser;
/** The same server under two names: two sites. */
let here: string;
let elsewhere: string;

beforeEach(async () => {
  server = await startRecordingPage();
  here = `${server.url}/`;
  elsewhere = here.replace('127.0.0.1', 'localhost');
  chromium = await launchExtension();
});
afterEach(async () => {
  await chromium?.close();
  await server?.close();
});

async function open(url: string): Promise<Page> {
  const page = await chromium.browser.newPage();
  await page.goto(url);
  return page;
}

/** What is stored of the documents of a URL, oldest first. */
async function stored(url: string): Promise<readonly PageSnapshot[]> {
  return (await readStore(chromium.extensionPage)).filter(({ pageLoad }) => pageLoad.url === url);
}

/** A page load of `url` that holds as many fetched files as that. */
function holdsFiles(url: string, files: number, beside: readonly PageSnapshot[] = []): Promise<PageSnapshot> {
  const known = beside.map(({ pageLoad }) => pageLoad.pageLoadId);
  return storedLoad(chromium.extensionPage, url, `${files} fetched files`, (snapshot) => {
    return !known.includes(snapshot.pageLoad.pageLoadId) && filesIn(snapshot).length === files;
  });
}

function filesIn(snapshot: PageSnapshot): readonly string[] {
  return entriesOf(snapshot, 'resource')
    .map(({ name }) => new URL(name).pathname)
    .filter((path) => path.startsWith('/tiny/'));
}

/** Resolves when all documents of a URL have ended and account for every entry. */
async function allEnded(url: string): Promise<void> {
  const states = async () => (await stored(url)).map(({ pageLoad: { state, ledger } }) => [state, ledger.complete]);
  await expect.poll(async () => (await states()).every(([state]) => state === 'ended'), { timeout: 15_000 }).toBe(true);
  expect((await states()).every(([, complete]) => complete)).toBe(true);
}

/** Has the page fetch a file, by a press of its button. */
async function fetchFile(page: Page): Promise<void> {
  const before = await page.evaluate(() => Number(document.body.dataset.fetched ?? 0));
  await page.bringToFront();
  await page.click('#fetch');
  await page.waitForFunction((n) => Number(document.body.dataset.fetched) > n, {}, before);
}

/** Resolves when the background has served whatever was posted before: what comes after it is stored. */
async function otherSiteIsRecorded(): Promise<void> {
  const url = `${elsewhere}?${crypto.randomUUID()}`;
  const page = await open(url);
  await fetchFile(page);
  await holdsFiles(url, 1);
  await page.close();
}

/** The options, where the settings are changed as a user does. */
async function options(): Promise<Page> {
  await chromium.extensionPage.bringToFront();
  return chromium.extensionPage;
}

describe('a site that is paused in the popup', () => {
  it('is recorded no more from that moment on, and again without a reload when it is resumed', async () => {
    const page = await open(here);
    await fetchFile(page);
    const recorded = await holdsFiles(here, 1);
    // A document that is not welcomed yet when the site is paused is never recorded.
    await storedLoad(chromium.extensionPage, `${here}frame`, 'anything');
    const popup = await openPopup(chromium, page);
    await untilState(popup, 'recording');
    await press(popup, 'Pause on this site');
    await untilState(popup, 'paused');
    await allEnded(here);
    const frame = await storedLoad(chromium.extensionPage, `${here}frame`, 'anything');
    expect(frame.pageLoad.state).toBe('ended');

    await fetchFile(page);
    await page.reload();
    await fetchFile(page);
    const second = await open(here);
    await fetchFile(second);
    await otherSiteIsRecorded();
    expect((await stored(here)).map(({ pageLoad }) => pageLoad.pageLoadId)).toEqual([recorded.pageLoad.pageLoadId]);
    expect((await stored(here)).map(filesIn)).toEqual([['/tiny/0']]);
    expect(await stored(`${here}frame`)).toHaveLength(1);

    const again = await openPopup(chromium, page);
    await untilState(again, 'paused');
    await press(again, 'Resume');
    await untilState(again, 'recording');
    // What the browser still has of the time before is there too.
    await holdsFiles(here, 1, [recorded]);
    await fetchFile(page);
    const resumed = await holdsFiles(here, 2, [recorded]);
    expect(filesIn(resumed)).toEqual(['/tiny/0', '/tiny/1']);
    expect(resumed.pageLoad.ledger.made).toBe(resumed.entries.length);
    await expect.poll(() => stored(here).then((all) => all.length), { timeout: 15_000 }).toBe(3);
  });
});

describe('recording by a list', () => {
  it('records the sites on it alone, and says at the field what is wrong with one', async () => {
    const page = await open(here);
    await fetchFile(page);
    const recorded = await holdsFiles(here, 1);
    const settings = await options();
    await settings.locator('input[value="listed"]').click();
    await allEnded(here);

    const field = 'form:has(+ .field-error) input';
    await settings.locator(field).fill('https://not a site/');
    await settings.keyboard.press('Enter');
    await settings.waitForSelector('::-p-text(is no site)');
    await settings.locator(field).fill(elsewhere);
    await settings.keyboard.press('Enter');
    await settings.waitForSelector(`::-p-aria([name="Remove ${new URL(elsewhere).host}"])`);

    await fetchFile(page);
    await otherSiteIsRecorded();
    expect((await stored(here)).map(filesIn)).toEqual([['/tiny/0']]);

    const popup = await openPopup(chromium, page);
    await untilState(popup, 'not-listed');
    await press(popup, 'Add this site');
    await untilState(popup, 'recording');
    await holdsFiles(here, 2, [recorded]);
  });
});

describe('recording while DevTools are open', () => {
  it('starts in the open page with them and stops when they are closed', async () => {
    const page = await open(here);
    await fetchFile(page);
    const recorded = await holdsFiles(here, 1);
    const settings = await options();
    await settings.locator('input[value="devtools"]').click();
    await allEnded(here);
    const popup = await openPopup(chromium, page);
    await untilState(popup, 'no-devtools');

    const devtools = await page.openDevTools();
    await holdsFiles(here, 1, [recorded]);
    await fetchFile(page);
    const watched = await holdsFiles(here, 2, [recorded]);
    await devtools.close();
    await allEnded(here);
    await fetchFile(page);
    await (await options()).locator('input[value="all"]').click();
    await holdsFiles(here, 3, [recorded, watched]);
  });
});

describe('a site that is forgotten in the popup', () => {
  it('has nothing in the store after one question, and others keep what they have', async () => {
    await open(`${elsewhere}?kept`);
    await storedLoad(chromium.extensionPage, `${elsewhere}?kept`, 'anything');
    await (await open(`${here}?first`)).close();
    const page = await open(here);
    await fetchFile(page);
    await holdsFiles(here, 1);
    await expect.poll(() => stored(`${here}frame`).then((all) => all.length), { timeout: 15_000 }).toBe(2);

    const popup = await openPopup(chromium, page);
    await press(popup, 'Forget this site…');
    await popup.waitForSelector(`::-p-text(Delete 4 page loads of ${new URL(here).origin})`);
    expect(await stored(here)).toHaveLength(1);
    const found = [...(await violationsIn(popup, 'question'))];
    await popup.waitForFunction(() => document.activeElement?.textContent === 'Cancel');
    await popup.keyboard.press('Enter');
    await popup.waitForFunction(() => document.activeElement?.textContent === 'Forget this site…');
    found.push(...(await violationsIn(popup, 'popup')));
    expect(found).toEqual([]);
    await popup.keyboard.press('Enter');
    await press(popup, 'Delete');
    await popup.waitForSelector('::-p-text(4 page loads deleted)');
    await fetchFile(page);
    await otherSiteIsRecorded();

    const left = await readStore(chromium.extensionPage);
    expect(left.filter(({ pageLoad }) => pageLoad.origin === new URL(here).origin)).toEqual([]);
    expect(left.some(({ pageLoad }) => pageLoad.url === `${elsewhere}?kept`)).toBe(true);
    await page.reload();
    await fetchFile(page);
    await holdsFiles(here, 1);
  });
});

describe('script errors', () => {
  it('are recorded while the user wants them, in open pages too, and never more than the cap', async () => {
    const page = await open(here);
    await page.click('#throw');
    await fetchFile(page);
    const errorsIn = (snapshot: PageSnapshot) => entriesOf(snapshot, 'script-error');
    const messages = (snapshot: PageSnapshot) => errorsIn(snapshot).map(({ name, message }) => `${name}: ${message}`);
    expect(errorsIn(await holdsFiles(here, 1))).toEqual([]);

    await switchScriptErrors(await options(), 'on');
    await page.bringToFront();
    const thrown = `error: Uncaught Error: ${ERRORS.thrown}`;
    // The open page is told at some moment after that.
    await expect
      .poll(
        async () => {
          await page.click('#throw');
          return (await stored(here)).flatMap(messages).includes(thrown);
        },
        { timeout: 15_000, interval: 200 },
      )
      .toBe(true);

    await page.goto(`${here}?anew`);
    await page.click('#throw');
    await page.click('#reject');
    const anew = await storedLoad(
      chromium.extensionPage,
      page.url(),
      'three errors',
      (snapshot) => errorsIn(snapshot).length === 3,
    );
    expect(messages(anew)).toEqual([
      `error: Uncaught Error: ${ERRORS.early}`,
      thrown,
      `unhandledrejection: TypeError: ${ERRORS.rejected}`,
    ]);
    for (const error of errorsIn(anew)) {
      expect(error).toMatchObject({ source: page.url(), count: 1 });
      expect(error.line).toBeGreaterThan(0);
    }

    await page.click('#flood');
    await fetchFile(page);
    const flooded = await holdsFiles(page.url(), 1);
    const forged = messages(flooded).filter((message) => message.startsWith('error: forged'));
    expect(forged.length).toBeLessThanOrEqual(5);
    expect(new Set(messages(flooded)).size).toBeLessThanOrEqual(20);
    const all = errorsIn(flooded).filter(({ name, message }) => name === 'over-limit' || message.startsWith('forged'));
    expect(all.length).toBeLessThan(30);
    expect(all.reduce((sum, { count }) => sum + count, 0)).toBeGreaterThan(FORGED / 2);

    await switchScriptErrors(await options(), 'off');
    await page.bringToFront();
    await page.goto(`${here}?off`);
    await page.click('#throw');
    await fetchFile(page);
    expect(errorsIn(await holdsFiles(page.url(), 1))).toEqual([]);
  });
});
