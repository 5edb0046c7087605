import { font } from '../insight-assets.ts';
import { type InsightPages, page } from '../insight-page.ts';

const FACE = '<style>@font-face { font-family: Price; src: url("/price.ttf") } h1 { font-family: Price }</style>';
const document = (crossorigin: string) =>
  page({
    head: `<link rel="preload" href="/price.ttf" as="font" type="font/ttf" ${crossorigin}>${FACE}`,
    body: `<h1>129</h1><script type="module">
      await document.fonts.ready;
      document.body.dataset.done = '';
    </script>`,
  });

export const pages: InsightPages = {
  fails: {
    // Fonts are asked for without credentials, which this preload is not.
    culprit: { path: '/price.ttf' },
    serve: () => ({ '/': document(''), '/price.ttf': font() }),
    until: '[data-done]',
  },
  passes: {
    serve: () => ({ '/': document('crossorigin'), '/price.ttf': font() }),
    until: '[data-done]',
  },
};
