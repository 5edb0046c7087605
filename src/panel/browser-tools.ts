import browser from 'webextension-polyfill';

/** The browser's own panels for files and requests, as far as an extension may open them. */
export interface BrowserTools {
  /** Opens a file in the Sources panel, at a line if need be (from 1); answers whether DevTools know it. */
  readonly openSource: ((url: string, line?: number) => Promise<boolean>) | null;
  /** Opens the Network panel with the URL as its filter. */
  readonly showInNetwork: ((url: string) => void) | null;
}

/**
 * What Chrome adds to `devtools.panels` (https://developer.chrome.com/docs/extensions/reference/api/devtools/panels); `network` came late.
 * Firefox has neither. The polyfill hands them through as they are, with their callbacks.
 */
interface ChromePanels {
  openResource?(url: string, lineNumber: number, callback: (told?: { readonly isError?: boolean }) => void): void;
  readonly network?: { show?(options: { readonly filter: string }): unknown };
}

export function createBrowserTools(): BrowserTools {
  const panels = browser.devtools.panels as ChromePanels;
  const { network } = panels;
  const openSource = (url: string, line = 1) =>
    new Promise<boolean>((resolve) => panels.openResource?.(url, line - 1, (told) => resolve(told?.isError !== true)));
  return {
    openSource: panels.openResource ? openSource : null,
    showInNetwork: network?.show ? (url) => void network.show?.({ filter: url }) : null,
  };
}
