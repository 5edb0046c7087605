import type { Milliseconds } from '../model/units.ts';

/** Keeps the panel's location over the life of a panel document. */
export interface LocationKeeper {
  load(): string;
  save(text: string): void;
  /** Calls back when the location was changed from outside (an edited URL). */
  onChange(callback: (text: string) => void): void;
}

/** The location in the URL's fragment, where it can be read, linked and edited. */
export function createHashKeeper(): LocationKeeper {
  return {
    load: readHash,
    save: (text) => history.replaceState(null, '', text === '' ? location.pathname + location.search : `#${text}`),
    onChange: (callback) => addEventListener('hashchange', () => callback(readHash())),
  };
}

/** A panel made anew within this time is the same one docked elsewhere; later it is a new look at the page. */
const MAX_AGE: Milliseconds = 10_000;
const KEY = 'panel-location';

/**
 * Beside the fragment, leaves the location in the extension's local storage when the panel goes: Firefox makes a panel's
 * document anew, with its first URL, when the toolbox is docked elsewhere.
 */
export function createTabKeeper(tabId: number): LocationKeeper {
  const hash = createHashKeeper();
  addEventListener('pagehide', () => {
    localStorage.setItem(KEY, JSON.stringify({ tabId, savedAt: Date.now(), text: hash.load() }));
  });
  return { ...hash, load: () => hash.load() || leftBehind(tabId) };
}

function leftBehind(tabId: number): string {
  try {
    const left: unknown = JSON.parse(localStorage.getItem(KEY) ?? 'null');
    return isLocationOf(left, tabId) ? left.text : '';
  } catch {
    // Written by an older version, or storage is closed to us: a location is not worth an error.
    return '';
  }
}

function isLocationOf(value: unknown, tabId: number): value is { readonly text: string } {
  if (typeof value !== 'object' || value === null) return false;
  if (!('tabId' in value && 'savedAt' in value && 'text' in value)) return false;
  return value.tabId === tabId && Date.now() - Number(value.savedAt) < MAX_AGE && typeof value.text === 'string';
}

function readHash(): string {
  return location.hash.slice(1);
}
