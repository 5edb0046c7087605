import browser from 'webextension-polyfill';

/** DevTools' panels API as browsers really have it: Firefox has the event, Chrome one handler (since 99). */
interface ThemePanels extends Partial<Pick<typeof browser.devtools.panels, 'themeName' | 'onThemeChanged'>> {
  setThemeChangeHandler?(handler: (themeName: string) => void): void;
}

/**
 * Follows DevTools' theme by `data-theme` on the root element. Only `dark` is believed: `default` is also what a browser says
 * whose DevTools follow the system, and then `prefers-color-scheme` knows better.
 */
export function followDevToolsTheme(): void {
  const panels: ThemePanels = browser.devtools.panels;
  apply(panels.themeName);
  panels.onThemeChanged?.addListener(apply);
  panels.setThemeChangeHandler?.(apply);
}

function apply(themeName: string | undefined): void {
  if (themeName === 'dark') document.documentElement.dataset.theme = 'dark';
  else delete document.documentElement.dataset.theme;
}
