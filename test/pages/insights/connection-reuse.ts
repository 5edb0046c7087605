import { asset, JSON_TYPE } from '../asset.ts';
import { type InsightPage, type InsightPages, page } from '../insight-page.ts';

const recorded: InsightPage['recorded'] = ({ requests = [] }) => requests.some(({ url }) => url.endsWith('/part?9'));
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
    recorded,
    devtools: true,
  },
  passes: {
    serve: () => ({ '/': DOCUMENT, '/part': asset(JSON_TYPE, '{}') }),
    until: '[data-done]',
    recorded,
    devtools: true,
  },
};
