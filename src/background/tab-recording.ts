import browser from 'webextension-polyfill';
import type { RecordingState, TabRecording } from '../model/recording.ts';
import { browserInfo } from './browser-info.ts';
import { hostOf } from './host-of.ts';
import type { Situation } from './recording.ts';
import { recordingChoice } from './recording-choice.ts';

const ALL_SITES = { origins: ['http://*/*', 'https://*/*'] };

/** Sites that a browser closes to every extension, the ones that people come across. */
const CLOSED_SITES: Readonly<Record<string, readonly string[]>> = {
  Firefox: ['addons.mozilla.org', 'accounts.firefox.com', 'support.mozilla.org'],
  Chrome: ['chromewebstore.google.com'],
  Edge: ['chromewebstore.google.com', 'microsoftedge.microsoft.com'],
};

/** Whether a tab's page is recorded. Rejects when the tab is gone. */
export async function tabRecording(tabId: number, now: Situation): Promise<TabRecording> {
  const { url, incognito } = await browser.tabs.get(tabId);
  const host = hostOf(url);
  const origin = host === null ? null : new URL(url ?? '').origin;
  return { state: await stateOf(tabId, url, host, now), origin, isPrivate: incognito };
}

async function stateOf(
  tabId: number,
  url: string | undefined,
  host: string | null,
  now: Situation,
): Promise<RecordingState> {
  if (host === null) {
    // Without access to a site the browser keeps the tab's URL to itself, as it does with its own pages.
    return url || (await browser.permissions.contains(ALL_SITES)) ? 'restricted' : 'no-access';
  }
  if (CLOSED_SITES[browserInfo(navigator.userAgent).name]?.includes(host)) return 'restricted';
  const choice = recordingChoice(now.settings, { host, tabHasDevtools: now.devtoolsTabs.has(tabId) });
  if (choice === 'recording' && !(await hasAccess(url ?? ''))) return 'no-access';
  return choice;
}

function hasAccess(url: string): Promise<boolean> {
  const { protocol, hostname } = new URL(url);
  return browser.permissions.contains({ origins: [`${protocol}//${hostname}/*`] });
}
