import { asset, JAVASCRIPT } from '../asset.ts';
import { type InsightPages, page } from '../insight-page.ts';

const DOCUMENT = page({ body: '<p id="text">Text</p><script src="/tick.js" defer></script>' });

/** Works for so long in the frame of an animation. */
const tick = (ms: number) =>
  asset(
    JAVASCRIPT,
    `function tick() {
      const end = performance.now() + ${ms};
      while (performance.now() < end);
      document.getElementById('text').style.color = 'teal';
      document.body.dataset.done = '';
    }
    addEventListener('load', () => requestAnimationFrame(tick));`,
  );

export const pages: InsightPages = {
  fails: {
    culprit: { path: '/tick.js', functionName: 'tick' },
    serve: () => ({ '/': DOCUMENT, '/tick.js': tick(180) }),
    until: '[data-done]',
  },
  passes: {
    serve: () => ({ '/': DOCUMENT, '/tick.js': tick(5) }),
    until: '[data-done]',
  },
};
