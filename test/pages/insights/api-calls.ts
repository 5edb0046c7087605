import { asset, JSON_TYPE } from '../asset.ts';
import { type InsightPages, page } from '../insight-page.ts';

const DOCUMENT = page({
  body: `<script type="module">
    for (const id of [7, 8, 9]) await (await fetch('/api/orders/' + id)).json();
    document.body.dataset.done = '';
  </script>`,
});

/** Answers the calls for three orders, the last of them so late. */
const orders = (delay: number) => ({
  '/': DOCUMENT,
  '/api/orders/7': asset(JSON_TYPE, '{}'),
  '/api/orders/8': asset(JSON_TYPE, '{}'),
  '/api/orders/9': asset(JSON_TYPE, '{}', { delay }),
});

export const pages: InsightPages = {
  fails: {
    culprit: { path: '/api/orders/9' },
    serve: () => orders(700),
    until: '[data-done]',
  },
  passes: {
    serve: () => orders(0),
    until: '[data-done]',
  },
};
