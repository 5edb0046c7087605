import browser from 'webextension-polyfill';

/** Reads what documents left in local storage under keys that start with `prefix`; the rest of the key is the name. */
export async function readOutbox(prefix: string): Promise<ReadonlyMap<string, unknown>> {
  const all: Record<string, unknown> = await browser.storage.local.get(null);
  const left = Object.entries(all).filter(([key]) => key.startsWith(prefix));
  return new Map(left.map(([key, value]) => [key.slice(prefix.length), value]));
}

/** Removes a record once it is taken in, or found to be no good. */
export function removeFromOutbox(prefix: string, name: string): Promise<void> {
  return browser.storage.local.remove(prefix + name);
}

/** Calls back when something was left; the event wakes a worker that sleeps. To be registered at the worker's start. */
export function onOutboxChange(prefix: string, listener: () => void): void {
  browser.storage.local.onChanged.addListener((changes) => {
    if (Object.entries(changes).some(([key, change]) => key.startsWith(prefix) && change.newValue !== undefined))
      listener();
  });
}
