import { asset, JAVASCRIPT } from '../asset.ts';
import { font } from '../insight-assets.ts';
import { type InsightPages, page } from '../insight-page.ts';

const FACE = '<style>@font-face { font-family: Price; src: url("/price.ttf") } p { font-family: Price }</style>';
const PRELOAD = '<link rel="preload" href="/price.ttf" as="font" type="font/ttf" crossorigin>';

export const pages: InsightPages = {
  fails: {
    culprit: { path: '/price.ttf' },
    serve: () => ({ '/': page({ head: FACE, body: '<p>129</p>' }), '/price.ttf': font({ delay: 300 }) }),
  },
  passes: {
    serve: () => ({
      // The first paint waits for the script, so that the font cannot but be there before it.
      '/': page({ head: `${FACE}${PRELOAD}<script src="/app.js"></script>`, body: '<p>129</p>' }),
      '/price.ttf': font(),
      '/app.js': asset(JAVASCRIPT, '', { delay: 200 }),
    }),
  },
};
