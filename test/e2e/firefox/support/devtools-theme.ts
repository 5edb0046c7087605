import type { Frame } from 'puppeteer';
import type { LaunchedFirefox } from '../../../../src/cli/browser/firefox/launch-firefox.ts';

/** Chooses the theme of DevTools, as in its settings; resolves when the panel has it. */
export async function setDevtoolsTheme({ window }: LaunchedFirefox, panel: Frame, theme: 'light' | 'dark') {
  await window.call(`async (theme) => Services.prefs.setCharPref('devtools.theme', theme)`, theme);
  await panel.waitForFunction((wanted) => matchMedia(`(prefers-color-scheme: ${wanted})`).matches, {}, theme);
}
