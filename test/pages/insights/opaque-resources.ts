import { picture } from '../insight-assets.ts';
import { type InsightPages, page, type Site } from '../insight-page.ts';

const document = (site: Site) => page({ body: `<img src="${site.at('cdn')}/cup.png" width="20" height="20" alt="">` });

export const pages: InsightPages = {
  fails: {
    status: 'informative',
    culprit: { host: 'cdn', path: '/cup.png' },
    serve: (site) => ({ '/': document(site), 'cdn/cup.png': picture(20, 20) }),
  },
  passes: {
    serve: (site) => ({
      '/': document(site),
      'cdn/cup.png': picture(20, 20, { headers: { 'timing-allow-origin': site.origin } }),
    }),
  },
};
