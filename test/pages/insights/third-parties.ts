import { asset, JAVASCRIPT } from '../asset.ts';
import { type InsightPages, page, type Site } from '../insight-page.ts';

const document = (site: Site) => page({ body: `<script src="${site.at('ads')}/ads.js" async></script>` });

/** Another's code, which works for so long. */
const ads = (ms: number) =>
  asset(
    JAVASCRIPT,
    `function bid() {
      const end = performance.now() + ${ms};
      while (performance.now() < end);
      document.body.dataset.done = '';
    }
    setTimeout(bid);`,
    { headers: { 'timing-allow-origin': '*' } },
  );

export const pages: InsightPages = {
  fails: {
    culprit: { host: 'ads', path: '/ads.js' },
    serve: (site) => ({ '/': document(site), 'ads/ads.js': ads(400) }),
    until: '[data-done]',
  },
  passes: {
    status: 'informative',
    serve: (site) => ({ '/': document(site), 'ads/ads.js': ads(0) }),
    until: '[data-done]',
  },
};
