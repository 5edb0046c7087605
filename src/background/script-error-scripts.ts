import browser, { type Scripting } from 'webextension-polyfill';
import type { Settings } from '../model/settings.ts';
import { inject } from './inject.ts';

/** The script in the page's own world, as `vite.config.ts` builds it. */
const FILE = 'src/content/script-errors.iife.js';
const ID = 'script-errors';
const ALL_SITES = ['http://*/*', 'https://*/*'];

/**
 * Registers the script for documents to come while script errors are wanted, for the sites that are recorded, and only then. A
 * private window's worker leaves that to the other one: they share the registration.
 */
export async function registerScriptErrors(settings: Settings): Promise<void> {
  if (browser.extension.inIncognitoContext) return;
  const [registered] = await browser.scripting.getRegisteredContentScripts({ ids: [ID] });
  const script = scriptErrorRegistration(settings);
  if (script && registered) await browser.scripting.updateContentScripts([script]);
  else if (script) await browser.scripting.registerContentScripts([script]);
  else if (registered) await browser.scripting.unregisterContentScripts({ ids: [ID] });
}

/** Runs the script in a document that is open already; where it runs, it sees that and ends. */
export function injectScriptErrors(tabId: number): Promise<void> {
  return inject(tabId, [FILE], 'MAIN');
}

/** The registration that fits the settings; null when there is nothing to watch. */
export function scriptErrorRegistration(settings: Settings): Scripting.RegisteredContentScript | null {
  const matches = settings.record === 'listed' ? matchPatterns(settings.listed) : ALL_SITES;
  if (!settings.scriptErrors || matches.length === 0) return null;
  return {
    id: ID,
    js: [FILE],
    matches,
    excludeMatches: matchPatterns(settings.paused.filter((site) => !hasPort(site))),
    allFrames: true,
    runAt: 'document_start',
    world: 'MAIN',
  };
}

/** Match patterns have no ports in Firefox, so one that lists a port matches the whole host here. */
function matchPatterns(sites: readonly string[]): string[] {
  return [...new Set(sites.map((site) => `*://${site.replace(/:\d+$/, '')}/*`))];
}

function hasPort(site: string): boolean {
  return /:\d+$/.test(site);
}
