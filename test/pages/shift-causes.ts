import { font, picture } from './insight-assets.ts';
import { type InsightPage, page, type Site } from './insight-page.ts';

/** What moves, below what makes it move; it is as wide as the viewport. */
const PUSHED = '<div id="pushed" style="height: 500px; background: teal"></div>';

/** Says when the browser told of a shift. */
const UNTIL_SHIFTED = `<script>
  new PerformanceObserver(() => { document.body.dataset.shifted = ''; }).observe({ type: 'layout-shift', buffered: true });
</script>`;

/** Puts an element in front of what moves, after the first paint. */
const insert = (html: string) => `<script>
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => {
    document.getElementById('pushed').insertAdjacentHTML('beforebegin', '${html}');
  })));
</script>`;

/** Its lines are much higher than those of the font that is shown until it comes. */
const FACE =
  '<style>@font-face { font-family: Price; src: url("/price.ttf"); font-display: swap; ascent-override: 400% }</style>';

function shifting(serve: (site: Site) => ReturnType<InsightPage['serve']>): InsightPage {
  return { serve, until: '[data-shifted]' };
}

/** A page for each thing that moves content. */
export const SHIFT_CAUSES = {
  image: shifting(() => ({
    '/': page({ body: `${UNTIL_SHIFTED}<img id="picture" src="/late.png" alt="">${PUSHED}` }),
    '/late.png': picture(300, 300, { delay: 400 }),
  })),
  font: shifting(() => ({
    '/': page({
      head: FACE,
      body: `${UNTIL_SHIFTED}<p style="font: 90px Price, monospace">129</p>${PUSHED}`,
    }),
    '/price.ttf': font({ delay: 400 }),
  })),
  iframe: shifting((site) => ({
    '/': page({
      body: `${UNTIL_SHIFTED}${PUSHED}${insert(`<iframe src="${site.at('ads')}/ad" style="display: block; height: 200px"></iframe>`)}`,
    }),
    'ads/ad': page({ body: 'Ad' }),
  })),
  insertion: shifting(() => ({
    '/': page({ body: `${UNTIL_SHIFTED}${PUSHED}${insert('<div style="height: 200px">News</div>')}` }),
  })),
} as const;
