// Takes the place of two of web-vitals' own modules (`vite.config.ts`), which ask for the same.

/** As much as TypeScript's DOM does not have yet (https://wicg.github.io/nav-speculation/prerendering.html, soft navigations). */
type NavigationEntry = PerformanceNavigationTiming & {
  readonly activationStart?: number;
  readonly navigationId?: number;
};

/** The document's navigation entry; none where the browser hides or misreports when the response began. */
export function getNavigationEntry(): NavigationEntry | undefined {
  const [entry] = performance.getEntriesByType('navigation') as NavigationEntry[];
  return entry && entry.responseStart > 0 && entry.responseStart < performance.now() ? entry : undefined;
}

/** When a prerendered document was shown; 0 for any other. */
export function getActivationStart(): number {
  return getNavigationEntry()?.activationStart ?? 0;
}
