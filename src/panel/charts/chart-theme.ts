/** Colours of `tokens.css` that charts draw with. */
const COLORS = ['part-1', 'part-2', 'part-3', 'part-4', 'part-5', 'good-fill', 'warn-fill', 'error-fill'] as const;
export type ChartColor = (typeof COLORS)[number];

/** The panel's colours as a canvas needs them: resolved, not as variables. */
export interface ChartTheme {
  readonly text: string;
  readonly muted: string;
  readonly grid: string;
  readonly line: string;
  readonly shade: string;
  readonly background: string;
  readonly colors: Readonly<Record<ChartColor, string>>;
  readonly font: { readonly family: string; readonly size: number };
}

export function chartTheme(): ChartTheme {
  const probe = document.createElement('span');
  document.body.append(probe);
  // A custom property holds light-dark(); only a property that takes a colour resolves it.
  const resolve = (name: string): string => {
    probe.style.color = `var(--${name})`;
    return getComputedStyle(probe).color;
  };
  const theme = {
    text: resolve('text'),
    muted: resolve('text-muted'),
    grid: resolve('border'),
    line: resolve('border-strong'),
    shade: resolve('surface-hover'),
    background: resolve('background'),
    colors: Object.fromEntries(COLORS.map((name) => [name, resolve(name)])) as Record<ChartColor, string>,
    font: { family: getComputedStyle(document.body).fontFamily, size: 11 },
  };
  probe.remove();
  return theme;
}

/** Calls back when the system's or DevTools' theme changes; returns what ends it. */
export function onThemeChange(callback: () => void): () => void {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const observer = new MutationObserver(callback);
  dark.addEventListener('change', callback);
  observer.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  return () => {
    dark.removeEventListener('change', callback);
    observer.disconnect();
  };
}
