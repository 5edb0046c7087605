// Takes the place of web-vitals' own polyfill (`vite.config.ts`): browsers that tell an interaction's id tell their number too.

/** As much as TypeScript's DOM does not have yet (https://w3c.github.io/event-timing/#sec-extensions). */
interface WithInteractionCount {
  readonly interactionCount?: number;
}

/** How many interactions the page has had. */
export function getInteractionCount(): number {
  return (performance as WithInteractionCount).interactionCount ?? 0;
}

/** There is nothing to initialise. */
export function initInteractionCountPolyfill(): void {}
