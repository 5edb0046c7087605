import { beforeEach, expect, test, vi } from 'vitest';
import type { Runtime } from 'webextension-polyfill';
import { fakeBrowser } from '../support/fake-browser.ts';

/** A port to a document: what was posted to it, and what it hears. */
function fakePort() {
  const heard: ((message: unknown) => void)[] = [];
  const ended: (() => void)[] = [];
  return {
    posted: [] as unknown[],
    isOpen: true,
    postMessage(message: unknown) {
      this.posted.push(message);
    },
    disconnect() {
      this.isOpen = false;
    },
    onMessage: { addListener: (listener: (message: unknown) => void) => heard.push(listener) },
    onDisconnect: { addListener: (listener: () => void) => ended.push(listener) },
    answer(message: unknown) {
      for (const listener of heard) listener(message);
    },
    lose() {
      for (const listener of ended) listener();
    },
  };
}

const pages: ReturnType<typeof fakePort>[] = [];
const TOP: { readonly frameId: number; readonly error?: Error }[] = [{ frameId: 0 }];
const injected = vi.fn(async () => TOP);
Object.assign(fakeBrowser, { scripting: { executeScript: injected } });
Object.assign(fakeBrowser.tabs, {
  connect() {
    const page = fakePort();
    pages.push(page);
    return page;
  },
});

const { createOutlines } = await import('../../../src/background/outlines.ts');
const { setTopPageLoad } = await import('../../../src/store/top-page-loads.ts');

const TAB = 7;
const target = (selector: string, pageLoadId = 'load-1') => ({
  pageLoadId,
  selectors: [selector],
  url: null,
  inFrames: false,
});
const outlined = (matches: number) => ({ state: 'outlined', matches, selector: '#hero', frame: null });
const nothing = (state: string) => ({ state, matches: 0, selector: null, frame: null });
const asker = () => fakePort() as unknown as Runtime.Port;
const connected = (count: number) => vi.waitFor(() => expect(pages).toHaveLength(count));

beforeEach(async () => {
  pages.length = 0;
  injected.mockReset().mockResolvedValue(TOP);
  await setTopPageLoad(TAB, { pageLoadId: 'load-1', host: 'shop.example' });
});

test('outlines in the top document of the tab, and says what that came to', async () => {
  const outlines = createOutlines();
  const shown = outlines.show(asker(), TAB, target('#hero'));
  await connected(1);
  expect(pages[0]?.posted).toEqual([target('#hero')]);
  pages[0]?.answer({ ...outlined(1), state: 'nonsense' });
  pages[0]?.answer(outlined(3));
  expect(await shown).toEqual(outlined(3));
  expect(pages[0]?.isOpen).toBe(true);
});

test('an outline ends with the next, with the wish for none and with who asked for it', async () => {
  const outlines = createOutlines();
  const panel = asker();
  const first = outlines.show(panel, TAB, target('#a'));
  await connected(1);
  const second = outlines.show(panel, TAB, target('#b'));
  expect(pages[0]?.isOpen).toBe(false);
  await connected(2);
  pages[0]?.answer(outlined(1));
  pages[1]?.answer(outlined(1));
  expect(await first).toBeNull();
  expect(await second).toEqual(outlined(1));
  expect(await outlines.show(panel, TAB, null)).toBeNull();
  expect(pages[1]?.isOpen).toBe(false);
  void outlines.show(panel, TAB, target('#c'));
  await connected(3);
  outlines.closed(panel);
  expect(pages[2]?.isOpen).toBe(false);
});

test('nothing is outlined for an asker that went while the script was on its way', async () => {
  const outlines = createOutlines();
  const panel = asker();
  const shown = outlines.show(panel, TAB, target('#a'));
  outlines.closed(panel);
  expect(await shown).toBeNull();
  expect(pages).toHaveLength(0);
});

test('another page load in the tab, a page that is closed to extensions and one that is left are told apart', async () => {
  const outlines = createOutlines();
  expect(await outlines.show(asker(), TAB, target('#a', 'load-0'))).toEqual(nothing('other-page'));
  expect(injected).not.toHaveBeenCalled();
  injected.mockRejectedValueOnce(new Error('Cannot access contents of the page.'));
  expect(await outlines.show(asker(), TAB, target('#a'))).toEqual(nothing('no-access'));
  const left = outlines.show(asker(), TAB, target('#a'));
  await connected(1);
  pages[0]?.lose();
  expect(await left).toEqual(nothing('other-page'));
});

test('looks for what shows a file in all frames that let it in, and tells of the best of them', async () => {
  injected.mockResolvedValue([...TOP, { frameId: 4 }, { frameId: 5, error: new Error('No access.') }, { frameId: 6 }]);
  const panel = asker();
  const outlines = createOutlines();
  const file = { pageLoadId: 'load-1', selectors: [], url: 'https://cdn.example/a.png', inFrames: true };
  const shown = outlines.show(panel, TAB, file);
  await connected(3);
  expect(injected).toHaveBeenCalledWith(expect.objectContaining({ target: { tabId: TAB, allFrames: true } }));
  pages[0]?.answer(nothing('not-found'));
  pages[1]?.answer({ ...outlined(2), frame: 'https://cdn.example/' });
  pages[2]?.lose();
  expect(await shown).toEqual({ ...outlined(2), frame: 'https://cdn.example/' });
  outlines.closed(panel);
  expect(pages.map(({ isOpen }) => isOpen)).toEqual([false, false, true]);
});
