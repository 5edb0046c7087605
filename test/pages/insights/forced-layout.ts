import { asset, JAVASCRIPT } from '../asset.ts';
import { type InsightPages, page } from '../insight-page.ts';

const DOCUMENT = page({ body: '<div id="list"></div><script src="/list.js" defer></script>' });

/** Makes rows and sets their widths; `between` stands between one write and the next. */
const list = (between: string) =>
  asset(
    JAVASCRIPT,
    `const list = document.getElementById('list');
    list.innerHTML = '<p>A row with text that wraps</p>'.repeat(600);
    function arrange() {
      for (const row of list.children) {
        row.style.width = '50%';
        ${between}
      }
      document.body.dataset.done = '';
    }
    addEventListener('load', () => setTimeout(arrange));`,
  );

export const pages: InsightPages = {
  fails: {
    culprit: { path: '/list.js', functionName: 'arrange' },
    serve: () => ({ '/': DOCUMENT, '/list.js': list("row.style.height = row.offsetHeight + 'px';") }),
    until: '[data-done]',
  },
  passes: {
    serve: () => ({ '/': DOCUMENT, '/list.js': list('') }),
    until: '[data-done]',
  },
};
