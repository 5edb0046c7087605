import { asset, JSON_TYPE } from '../asset.ts';
import { type InsightPages, page } from '../insight-page.ts';

const asking = (times: number) =>
  page({
    body: `<script type="module">
      const ask = async (_, i) => (await fetch('/part?' + i)).text();
      await Promise.all(Array.from({ length: ${times} }, ask));
      document.body.dataset.done = '';
    </script>`,
  });
const PART = asset(JSON_TYPE, '{}');

export const pages: InsightPages = {
  fails: {
    culprit: { path: '/' },
    serve: () => ({ '/': asking(40), '/part': PART }),
    until: '[data-done]',
  },
  passes: {
    serve: () => ({ '/': asking(20), '/part': PART }),
    until: '[data-done]',
  },
};
