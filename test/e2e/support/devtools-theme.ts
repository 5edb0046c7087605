import type { Page } from 'puppeteer';

/** Chooses the theme of DevTools, as in their settings; it holds for those that are opened later too. */
export async function setDevtoolsTheme(devtools: Page, theme: 'dark' | 'default'): Promise<void> {
  // As text: it imports a module of DevTools, which the test runner would take for one of its own.
  const setting = `(await import('./core/common/common.js')).Settings.Settings.instance().moduleSetting('ui-theme')`;
  await devtools.evaluate(`(async () => { ${setting}.set(${JSON.stringify(theme)}); })()`);
}
