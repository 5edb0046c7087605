import browser, { type Tabs } from 'webextension-polyfill';

/**
 * Tells of the tabs that load another page, one that no collector runs in too, between `listen(true)` and `listen(false)`: each
 * wakes the background, so nobody should listen who does not watch a tab.
 */
export function createTabNavigations(onNavigation: (tabId: number) => void): { listen(wanted: boolean): void } {
  const onUpdated = (tabId: number, { status }: Tabs.OnUpdatedChangeInfoType) => {
    if (status === 'loading') onNavigation(tabId);
  };
  return {
    listen(wanted) {
      if (wanted) browser.tabs.onUpdated.addListener(onUpdated);
      else browser.tabs.onUpdated.removeListener(onUpdated);
    },
  };
}
