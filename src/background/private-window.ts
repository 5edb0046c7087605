import browser from 'webextension-polyfill';

/**
 * Whether a private window's page would reach the disk with the others, and is kept in memory instead. Chromium gives such
 * windows a worker of their own ("incognito": "split"), whose IndexedDB lives in memory; in Firefox the one background serves
 * both, and its store is on disk.
 */
export function wouldReachDisk(isPrivate: boolean): boolean {
  return isPrivate && browser.extension.inIncognitoContext !== true;
}
