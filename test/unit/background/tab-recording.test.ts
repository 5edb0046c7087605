import '../support/fake-browser.ts';

import { beforeEach, describe, expect, it, vi } from 'vitest';
import { tabRecording } from '../../../src/background/tab-recording.ts';
import type { RecordingState } from '../../../src/model/recording.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../../src/model/settings.ts';
import { fakeBrowser } from '../support/fake-browser.ts';

const ALL = 'http://*/*';

interface Case {
  readonly url?: string;
  readonly incognito?: boolean;
  readonly settings?: Partial<Settings>;
  /** Match patterns that the user withholds. */
  readonly withheld?: readonly string[];
  readonly devtools?: boolean;
}

beforeEach(() => {
  vi.stubGlobal('navigator', { userAgent: 'Mozilla/5.0 (X11; Linux x86_64) Chrome/156.0.0.0 Safari/537.36' });
});

async function state({ url, incognito = false, settings, withheld = [], devtools }: Case): Promise<RecordingState> {
  fakeBrowser.tabs.get = async () => ({ ...(url !== undefined && { url }), incognito });
  fakeBrowser.permissions.contains = async ({ origins }) => !origins.some((origin) => withheld.includes(origin));
  const now = { settings: { ...DEFAULT_SETTINGS, ...settings }, devtoolsTabs: new Set(devtools ? [7] : []) };
  return (await tabRecording(7, now)).state;
}

describe('the recording state of a tab', () => {
  it.each<[string, Case, RecordingState]>([
    ['a site', { url: 'https://shop.example/cart' }, 'recording'],
    ['a paused site', { url: 'https://shop.example/', settings: { paused: ['shop.example'] } }, 'paused'],
    ['a site off the list', { url: 'https://shop.example/', settings: { record: 'listed' } }, 'not-listed'],
    ['a tab without DevTools', { url: 'https://shop.example/', settings: { record: 'devtools' } }, 'no-devtools'],
    [
      'a tab with DevTools',
      { url: 'https://a.example/', settings: { record: 'devtools' }, devtools: true },
      'recording',
    ],
    ['a page of the browser', {}, 'restricted'],
    ['a site that the browser closes to extensions', { url: 'https://chromewebstore.google.com/' }, 'restricted'],
    ['a page of ours', { url: 'chrome-extension://id/options.html' }, 'restricted'],
    ['a page that may not be seen', { withheld: [ALL] }, 'no-access'],
    ['a site without access', { url: 'https://shop.example/', withheld: ['https://shop.example/*'] }, 'no-access'],
    ['a site on a port without access', { url: 'http://a.example:81/', withheld: ['http://a.example/*'] }, 'no-access'],
    ['a private window', { url: 'https://shop.example/', incognito: true }, 'recording'],
  ])('%s', async (_, circumstances, expected) => {
    expect(await state(circumstances)).toBe(expected);
  });

  it('names the origin where the browser tells it', async () => {
    fakeBrowser.tabs.get = async () => ({ url: 'https://shop.example:8443/cart?x#y', incognito: false });
    expect(await tabRecording(7, { settings: DEFAULT_SETTINGS, devtoolsTabs: new Set() })).toEqual({
      state: 'recording',
      origin: 'https://shop.example:8443',
      isPrivate: false,
    });
  });
});
