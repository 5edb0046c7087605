import browser, { type Scripting } from 'webextension-polyfill';
import type { Settings } from '../model/settings.ts';
import { inject } from './inject.ts';

/** The script in the page's own world, and the one beside the collector that hears it, as `vite.config.ts` builds them. */
const SCRIPTS = [
  { id: 'script-error-receiver', file: 'src/content/script-error-receiver.iife.js', world: 'ISOLATED' },
  { id: 'script-errors', file: 'src/content/script-errors.iife.js', world: 'MAIN' },
] as const;
const IDS = SCRIPTS.map(({ id }) => id);
const ALL_SITES = ['http://*/*', 'https://*/*'];

/**
 * Registers the scripts for documents to come while script errors are wanted, for the sites that are recorded, and only then. A
 * private window's worker leaves that to the other one: they share the registration.
 */
export async function registerScriptErrors(settings: Settings): Promise<void> {
  if (browser.extension.inIncognitoContext) return;
  const registered = await browser.scripting.getRegisteredContentScripts({ ids: IDS });
  const scripts = scriptErrorRegistrations(settings);
  // Some may be missing after an update, so they are made anew rather than changed.
  if (registered.length > 0) await browser.scripting.unregisterContentScripts({ ids: registered.map(({ id }) => id) });
  if (scripts.length > 0) await browser.scripting.registerContentScripts(scripts);
}

/** Runs the scripts in a document that is open already; where they run, they see that and end. */
export async function injectScriptErrors(tabId: number): Promise<void> {
  for (const { file, world } of SCRIPTS) await inject(tabId, [file], world);
}

/** The registrations that fit the settings; none when there is nothing to watch. */
export function scriptErrorRegistrations(settings: Settings): Scripting.RegisteredContentScript[] {
  const matches = settings.record === 'listed' ? matchPatterns(settings.listed) : ALL_SITES;
  if (!settings.scriptErrors || matches.length === 0) return [];
  return SCRIPTS.map(({ id, file, world }) => ({
    id,
    js: [file],
    matches,
    excludeMatches: matchPatterns(settings.paused.filter((site) => !hasPort(site))),
    allFrames: true,
    runAt: 'document_start',
    world,
  }));
}

/** Match patterns have no ports in Firefox, so one that lists a port matches the whole host here. */
function matchPatterns(sites: readonly string[]): string[] {
  return [...new Set(sites.map((site) => `*://${site.replace(/:\d+$/, '')}/*`))];
}

function hasPort(site: string): boolean {
  return /:\d+$/.test(site);
}
