/** The panel's colours as a canvas needs them: resolved, not as variables. */
export interface ChartTheme {
  readonly text: string;
  readonly muted: string;
  readonly grid: string;
  readonly bar: string;
  readonly background: string;
  readonly font: { readonly family: string; readonly size: number };
}

export function chartTheme(): ChartTheme {
  return {
    text: resolve('--text'),
    muted: resolve('--text-muted'),
    grid: resolve('--border'),
    bar: resolve('--part-1'),
    background: resolve('--background'),
    font: { family: getComputedStyle(document.body).fontFamily, size: 11 },
  };
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

/** A custom property holds light-dark(); only a property that takes a colour resolves it. */
function resolve(name: string): string {
  const probe = document.createElement('span');
  probe.style.color = `var(${name})`;
  document.body.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}
