import browser from 'webextension-polyfill';
import { budgetsIn } from '../model/budget-guard.ts';
import { type CacheLimits, DEFAULT_CACHE_LIMITS } from '../model/cache.ts';
import { DEFAULT_SETTINGS, RECORD_MODES, type Settings } from '../model/settings.ts';
import { isSitePattern } from '../model/site-pattern.ts';

/** One key a setting, so that two pages that change different ones never undo each other's change. */
const PREFIX = 'settings/';
const NAMES = Object.keys(DEFAULT_SETTINGS) as readonly (keyof Settings)[];
const KEYS = NAMES.map((name) => PREFIX + name);

type Stored = { readonly [key: string]: unknown };

/** The settings as they are stored; one that is missing or broken has its default. */
export async function readSettings(): Promise<Settings> {
  return parseSettings(await browser.storage.local.get(KEYS));
}

/** Stores some settings; the others stay. */
export async function writeSettings(change: Partial<Settings>): Promise<void> {
  const items = Object.entries(change).map(([name, value]) => [PREFIX + name, value]);
  await browser.storage.local.set(Object.fromEntries(items));
}

/**
 * Calls back with the settings as they became and as they were, whoever changed them; the event wakes a worker that sleeps.
 * Returns what ends it.
 */
export function onSettingsChange(listener: (settings: Settings, before: Settings) => void): () => void {
  const hear = async (changes: Readonly<Record<string, { readonly oldValue?: unknown }>>) => {
    const changed = KEYS.filter((key) => key in changes);
    if (changed.length === 0) return;
    const stored: Stored = await browser.storage.local.get(KEYS);
    const old = Object.fromEntries(changed.map((key) => [key, changes[key]?.oldValue]));
    listener(parseSettings(stored), parseSettings({ ...stored, ...old }));
  };
  browser.storage.local.onChanged.addListener(hear);
  return () => browser.storage.local.onChanged.removeListener(hear);
}

function parseSettings(stored: Stored): Settings {
  const value = (name: keyof Settings) => stored[PREFIX + name];
  const scriptErrors = value('scriptErrors');
  return {
    record: RECORD_MODES.find((mode) => mode === value('record')) ?? DEFAULT_SETTINGS.record,
    listed: sites(value('listed')) ?? DEFAULT_SETTINGS.listed,
    paused: sites(value('paused')) ?? DEFAULT_SETTINGS.paused,
    budgets: budgetsIn(value('budgets')),
    scriptErrors: typeof scriptErrors === 'boolean' ? scriptErrors : DEFAULT_SETTINGS.scriptErrors,
    cacheLimits: parseCacheLimits(value('cacheLimits')),
  };
}

/** Each limit is a number above 0; one that is not has its default. */
function parseCacheLimits(value: unknown): CacheLimits {
  const stored: Stored = typeof value === 'object' ? { ...value } : {};
  const limits = Object.entries(DEFAULT_CACHE_LIMITS).map(([name, byDefault]) => {
    const limit = stored[name];
    return [name, typeof limit === 'number' && limit > 0 ? limit : byDefault] as const;
  });
  return { ...DEFAULT_CACHE_LIMITS, ...Object.fromEntries(limits) };
}

/** The well-formed sites of a list, each once. */
function sites(value: unknown): readonly string[] | null {
  return Array.isArray(value) ? [...new Set(value.filter(isSitePattern))] : null;
}
