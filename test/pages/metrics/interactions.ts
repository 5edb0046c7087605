/** How long the click handler of each button holds the main thread, in ms, by the button's id. */
export const HANDLER_MS = { short: 120, long: 240 } as const;

/**
 * A page with two buttons whose click handlers take a known time. Chromium names the target of a pointer event only where
 * somebody listens for it: `heard` says whether this page does.
 */
export function interactions(heard: boolean): string {
  return `
  <button id="short">Short</button> <button id="long">Long</button>
  <script>
    if (${heard}) for (const type of ['pointerdown', 'pointerup']) addEventListener(type, () => {});
    for (const [id, ms] of Object.entries(${JSON.stringify(HANDLER_MS)})) {
      document.getElementById(id).onclick = () => {
        const start = performance.now();
        while (performance.now() < start + ms);
        known.moments[id] = performance.now() - start;
      };
    }
  </script>`;
}
