import { asset, JSON_TYPE } from '../asset.ts';
import { type InsightPages, page } from '../insight-page.ts';

const DOCUMENT = page({
  body: `<script type="module">
    await (await fetch('/slow.json')).json();
    document.body.dataset.done = '';
  </script>`,
});

export const pages: InsightPages = {
  fails: {
    culprit: { path: '/slow.json' },
    serve: () => ({ '/': DOCUMENT, '/slow.json': asset(JSON_TYPE, '{}', { delay: 2100 }) }),
    until: '[data-done]',
  },
  passes: {
    serve: () => ({ '/': DOCUMENT, '/slow.json': asset(JSON_TYPE, '{}', { delay: 300 }) }),
    until: '[data-done]',
  },
};
