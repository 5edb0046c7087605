import type { Browser, Runtime } from 'webextension-polyfill';

/**
 * The extension API as a content script has it, in both browsers, without the weight of the polyfill. Only calls that
 * need no promise are made through it.
 */
declare const chrome: Pick<Browser, 'runtime' | 'storage' | 'extension'>;

/**
 * Opens a port to the background.
 * @throws Error when the extension was updated or removed and this script is an orphan.
 */
export function connect(name: string): Runtime.Port {
  return chrome.runtime.connect({ name });
}

/** Takes the next port of that name that the background opens to this document. */
export function onNextConnect(name: string, take: (port: Runtime.Port) => void): void {
  chrome.runtime.onConnect.addListener(function listener(port) {
    if (port.name !== name) return;
    chrome.runtime.onConnect.removeListener(listener);
    take(port);
  });
}

/** Reads `runtime.lastError`, which keeps Chromium from writing an unread one to the page's console. */
export function acknowledgeDisconnect(): void {
  void chrome.runtime?.lastError;
}

/** The local storage area, which outlives a worker that is asleep. */
export function localArea(): Browser['storage']['local'] {
  return chrome.storage.local;
}

/** The extension's version. */
export function extensionVersion(): string {
  return chrome.runtime.getManifest().version;
}

/** Whether this script runs in a private window, of which nothing may reach the disk. */
export function inPrivateWindow(): boolean {
  return chrome.extension?.inIncognitoContext === true;
}
