/** Keeps the panel's location over the life of a panel document. */
export interface LocationKeeper {
  load(): string;
  save(text: string): void;
  /** Calls back when the location was changed from outside (an edited URL). */
  onChange(callback: (text: string) => void): void;
}

/** Locations kept per tab; the oldest go first. */
const MAX_TABS = 50;
const KEY = 'panel-locations';

/**
 * The location in the URL's fragment, where it can be read and linked, and beside it in the extension's local storage by tab:
 * Firefox makes a panel's document anew, with its first URL, when the toolbox is docked elsewhere.
 */
export function createLocationKeeper(tabId: number): LocationKeeper {
  return {
    load: () => window.location.hash.slice(1) || (storedLocations().find(([tab]) => tab === tabId)?.[1] ?? ''),
    save(text) {
      history.replaceState(null, '', `#${text}`);
      const others = storedLocations().filter(([tab]) => tab !== tabId);
      localStorage.setItem(KEY, JSON.stringify([[tabId, text], ...others].slice(0, MAX_TABS)));
    },
    onChange: (callback) => addEventListener('hashchange', () => callback(window.location.hash.slice(1))),
  };
}

type StoredLocation = readonly [tabId: number, text: string];

function storedLocations(): readonly StoredLocation[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(stored) ? stored.filter(isStoredLocation) : [];
  } catch {
    return [];
  }
}

function isStoredLocation(value: unknown): value is StoredLocation {
  return Array.isArray(value) && typeof value[0] === 'number' && typeof value[1] === 'string';
}
