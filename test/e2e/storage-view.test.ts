import type { Frame, Page } from 'puppeteer';
import { beforeAll, describe, expect, it } from 'vitest';
import { openPanel } from '../../src/cli/browser/open-panel.ts';
import { readStore } from '../../src/cli/browser/read-store.ts';
import { startDemo } from '../pages/demo/server.ts';
import { violationsIn } from './support/axe.ts';
import { besidePages } from './support/beside-pages.ts';
import { chooseOption } from './support/choose-option.ts';
import { pressButton } from './support/press-button.ts';
import { reloadPanel } from './support/reload-panel.ts';

const WITHIN = { timeout: 15_000, interval: 100 };
const DAY_MS = 24 * 60 * 60 * 1000;

const suite = besidePages(startDemo);
let devtools: Page;
let panel: Frame;

/** Two more tabs, so two more sessions: one is left, the panel is on the other, at the storage view. */
async function openStorage(): Promise<void> {
  const { pages, chromium } = suite;
  const left = await chromium.browser.newPage();
  await left.goto(`${pages.url}/product/copper-kettle`);
  await left.close();
  const page = await chromium.browser.newPage();
  await page.goto(pages.url);
  ({ frame: panel, devtools } = await openPanel(page));
  await press('#tab-storage');
  await panel.waitForFunction(() => document.querySelectorAll('[data-testid="session"]').length >= 2);
}

/** The rows of the sessions as they are shown. */
function sessions(): Promise<readonly string[]> {
  return panel.$$eval('[data-testid="session"]', (rows) => rows.map((row) => row.textContent ?? ''));
}

async function press(selector: string): Promise<void> {
  await panel.locator(selector).click();
}

async function undo(): Promise<void> {
  await press('[data-testid="deleted"] button');
  await panel.waitForSelector('[data-testid="deleted"]', { hidden: true });
}

/** The page loads that are stored, and whether each is a baseline. */
async function stored(): Promise<ReadonlyMap<string, boolean>> {
  const all = await readStore(suite.chromium.extensionPage);
  return new Map(all.map(({ pageLoad }) => [pageLoad.pageLoadId, pageLoad.baseline]));
}

/** What the first panel deleted and what it kept, by id; it is closed while the tests go on with another. */
let deleted: readonly string[];
let kept: readonly string[];

describe('the storage view', () => {
  beforeAll(openStorage);

  it('says what is stored, in figures that are those of the store', async () => {
    const text = await panel.$eval('[data-testid="storage"]', (view) => view.textContent ?? '');
    expect(text).toMatch(/Page loads2 of 2,000/);
    expect(text).toMatch(/Entries[\d.]+\s[kM]B of 256\sMB/);
    expect(text).toMatch(/Records2 page loads, /);
  });

  it('keeps the page load that is shown as a baseline', async () => {
    await press('.action-row .check input');
    await expect.poll(async () => [...(await stored()).values()].filter(Boolean), WITHIN).toEqual([true]);
  });

  it('deletes everything but pins and baselines', async () => {
    const all = [...(await stored())];
    deleted = all.flatMap(([id, isBaseline]) => (isBaseline ? [] : [id]));
    kept = all.flatMap(([id, isBaseline]) => (isBaseline ? [id] : []));
    await press('.button.danger');
    await panel.waitForSelector('[data-testid="deleted"]');
    await expect.poll(sessions, WITHIN).toHaveLength(1);
    await devtools.close();
  });
});

describe('the storage view of another panel', () => {
  beforeAll(openStorage);

  it('pins a session, and lets go of it', async () => {
    const other = '[data-testid="session"]:last-child [aria-pressed]';
    await press(other);
    await panel.waitForSelector(`${other}[aria-pressed="true"]`);
    await press(other);
    await panel.waitForSelector(`${other}[aria-pressed="false"]`);
  });

  it('deletes a session by keys, goes on with the next, and brings it back', async () => {
    const all = await sessions();
    await panel.focus('[data-testid="session"]:first-child [aria-label^="Delete"]');
    await devtools.keyboard.press('Enter');
    await expect.poll(sessions, WITHIN).toEqual(all.slice(1));
    await panel.waitForSelector('[data-testid="session"]:first-child [aria-label^="Delete"]:focus');
    await undo();
    await expect.poll(sessions, WITHIN).toHaveLength(all.length);
    await panel.focus('[data-testid="session"]:last-child [aria-label^="Delete"]');
    await devtools.keyboard.press('Enter');
    await expect.poll(sessions, WITHIN).toHaveLength(all.length - 1);
    await panel.waitForSelector('[data-testid="session"]:last-child [aria-label^="Delete"]:focus');
    expect(await violationsIn(panel, 'storage')).toEqual([]);
    await undo();
    await expect.poll(sessions, WITHIN).toHaveLength(all.length);
  });

  it('deletes the page load that is shown, and brings it back', async () => {
    const all = await sessions();
    await pressButton(panel, 'Delete this page load');
    await expect.poll(sessions, WITHIN).toHaveLength(all.length - 1);
    await undo();
    await expect.poll(sessions, WITHIN).toHaveLength(all.length);
    await panel.waitForSelector('.action-row .check');
  });

  it('deletes what is older than was chosen, but baselines', async () => {
    const all = await sessions();
    await chooseOption(panel, '.action-row select', '1');
    await panel.evaluate((days) => {
      const now = Date.now;
      Date.now = () => now() + days;
    }, 2 * DAY_MS);
    await pressButton(panel, 'Delete older');
    await expect.poll(sessions, WITHIN).toHaveLength(kept.length);
    await undo();
    await expect.poll(sessions, WITHIN).toHaveLength(all.length);
  });

  it('says at the field what is wrong with a limit, and takes one that is right, with the focus still there', async () => {
    const field = await panel.waitForSelector('#limit-maxPageLoads');
    await field?.click({ count: 3 });
    await field?.type('3');
    await field?.press('Enter');
    await panel.waitForSelector('#limit-maxPageLoads-problem');
    expect(await panel.$eval('#limit-maxPageLoads-problem', (node) => node.textContent)).toBe(
      'Between 10 and 100,000 page loads.',
    );
    await field?.click({ count: 3 });
    await field?.type('500');
    await field?.press('Enter');
    await panel.waitForFunction(() =>
      /\d of 500/.test(document.querySelector('[data-testid="storage"]')?.textContent ?? ''),
    );
    await panel.waitForSelector('#limit-maxPageLoads:focus');
    expect(await panel.$('#limit-maxPageLoads-problem')).toBeNull();
  });

  it('takes the other limits, each when its field is left, and has them in a panel made anew', async () => {
    const limits = { maxBytes: '100', maxAgeMs: '14', historyMaxAgeMs: '90' };
    for (const [name, value] of Object.entries(limits)) {
      await panel.locator(`#limit-${name}`).click({ count: 3 });
      await devtools.keyboard.type(value);
      await devtools.keyboard.press('Tab');
    }
    const kept = () =>
      suite.chromium.extensionPage.evaluate(async () => {
        const { storage } = (globalThis as unknown as { chrome: ChromeStorage }).chrome;
        return Object.values(await storage.local.get('settings/cacheLimits'))[0];
      });
    await expect
      .poll(kept, WITHIN)
      .toMatchObject({ maxBytes: 100_000_000, maxAgeMs: 14 * DAY_MS, historyMaxAgeMs: 90 * DAY_MS });
    await reloadPanel(panel, '#limit-maxBytes');
    for (const [name, value] of Object.entries(limits)) {
      const shown = () => panel.$eval(`#limit-${name}`, (input) => (input as HTMLInputElement).value);
      await expect.poll(shown, WITHIN).toBe(value);
    }
  });

  it('asks for a file to open', async () => {
    await panel.$eval('[data-testid="open-session-file"]', (input) => {
      // The browser's own dialog is in nobody's reach.
      input.addEventListener('click', (event) => {
        event.preventDefault();
        document.documentElement.dataset.asked = String(event.isTrusted || navigator.userActivation.isActive);
      });
    });
    await pressButton(panel, 'Open file…');
    await panel.waitForSelector('[data-asked="true"]');
  });
});

/** The part of `chrome` that is used here. */
interface ChromeStorage {
  readonly storage: { readonly local: { get(key: string): Promise<object> } };
}

it('what a panel deleted is gone for good some time after it was closed', async () => {
  // The background waits 10 s for a panel that only reconnects.
  const left = async () => [...(await stored()).keys()].filter((id) => deleted.includes(id));
  await expect.poll(left, { timeout: 40_000, interval: 250 }).toEqual([]);
  expect([...(await stored()).keys()]).toEqual(expect.arrayContaining([...kept]));
});
