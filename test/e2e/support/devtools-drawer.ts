import type { Page } from 'puppeteer';

/** Whether DevTools show their drawer, as they do on an Escape that no panel kept to itself. */
export async function isDrawerOpen(devtools: Page): Promise<boolean> {
  // As text: it imports a module of DevTools, which the test runner would take for one of its own.
  const drawer = `(await import('./ui/legacy/legacy.js')).InspectorView.InspectorView.instance().drawerVisible()`;
  return (await devtools.evaluate(`(async () => ${drawer})()`)) === true;
}
