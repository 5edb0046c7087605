import { asset, CSS } from '../asset.ts';
import { type InsightPage, type InsightPages, page } from '../insight-page.ts';

const DOCUMENT = page({ head: '<link rel="stylesheet" href="/site.css">' });
/** More than 1,400 B: keeping less is worth nothing. */
const STYLES = 'h1 { color: teal }\n'.repeat(100);

const visit: InsightPage['visit'] = async (tab, { origin }) => {
  await tab.goto(`${origin}/second`);
};

export const pages: InsightPages = {
  fails: {
    culprit: { path: '/site.css' },
    serve: () => ({
      '/': DOCUMENT,
      '/second': DOCUMENT,
      '/site.css': asset(CSS, STYLES, { compress: false, caching: 'no-store' }),
    }),
    visit,
  },
  passes: {
    serve: () => ({ '/': DOCUMENT, '/second': DOCUMENT, '/site.css': asset(CSS, STYLES, { compress: false }) }),
    visit,
  },
};
