import { asset, JSON_TYPE } from '../asset.ts';
import { type InsightPages, page } from '../insight-page.ts';

const DOCUMENT = page({
  body: `<script type="module">
    for (let i = 0; i < 10; i++) await (await fetch('/part?' + i)).text();
    document.body.dataset.done = '';
  </script>`,
});

export const pages: InsightPages = {
  fails: {
    culprit: { path: '/' },
    serve: () => ({ '/': DOCUMENT, '/part': asset(JSON_TYPE, '{}', { headers: { connection: 'close' } }) }),
    until: '[data-done]',
    devtools: true,
  },
  passes: {
    serve: () => ({ '/': DOCUMENT, '/part': asset(JSON_TYPE, '{}') }),
    until: '[data-done]',
    devtools: true,
  },
};
