import { picture } from '../insight-assets.ts';
import { type InsightPages, page, type Site } from '../insight-page.ts';

const hint = (site: Site) => `<link rel="preconnect" href="${site.at('cdn')}">`;

export const pages: InsightPages = {
  fails: {
    culprit: { host: 'cdn', path: '/' },
    serve: (site) => ({ '/': page({ head: hint(site) }) }),
  },
  passes: {
    serve: (site) => ({
      '/': page({ head: hint(site), body: `<img src="${site.at('cdn')}/cup.png" width="20" height="20" alt="">` }),
      'cdn/cup.png': picture(20, 20),
    }),
  },
};
