import browser from 'webextension-polyfill';

/** DevTools' panels API as browsers really have it: Chrome lacks `onThemeChanged` and older versions both. */
type ThemePanels = Partial<Pick<typeof browser.devtools.panels, 'themeName' | 'onThemeChanged'>>;

/**
 * Follows DevTools' theme by `data-theme` on the root element. Only `dark` is believed: `default` is also what a browser says
 * whose DevTools follow the system, and then `prefers-color-scheme` knows better.
 */
export function followDevToolsTheme(): void {
  const panels: ThemePanels = browser.devtools.panels;
  apply(panels.themeName);
  panels.onThemeChanged?.addListener(apply);
}

function apply(themeName: string | undefined): void {
  if (themeName === 'dark') document.documentElement.dataset.theme = 'dark';
  else delete document.documentElement.dataset.theme;
}
