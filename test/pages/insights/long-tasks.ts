import { asset, JAVASCRIPT } from '../asset.ts';
import { type InsightPages, page } from '../insight-page.ts';

const DOCUMENT = page({ body: '<script src="/work.js" defer></script>' });

/** Works for so long in all, in tasks of so long each. */
const work = (ms: number, task: number) =>
  asset(
    JAVASCRIPT,
    `function work(left) {
      const end = performance.now() + ${task};
      while (performance.now() < end);
      if (left > ${task}) setTimeout(work, 0, left - ${task});
      else document.body.dataset.done = '';
    }
    setTimeout(work, 0, ${ms});`,
  );

export const pages: InsightPages = {
  fails: {
    culprit: { path: '/work.js', functionName: 'work' },
    serve: () => ({ '/': DOCUMENT, '/work.js': work(200, 200) }),
    until: '[data-done]',
  },
  passes: {
    serve: () => ({ '/': DOCUMENT, '/work.js': work(200, 10) }),
    until: '[data-done]',
  },
};
