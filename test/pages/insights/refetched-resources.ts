import { asset, CSS } from '../asset.ts';
import { type InsightPage, type InsightPages, page } from '../insight-page.ts';

const DOCUMENT = page({ head: '<link rel="stylesheet" href="/site.css">' });
const STYLES = 'h1 { color: teal }';

const visit: InsightPage['visit'] = async (tab, { origin }) => {
  await tab.goto(`${origin}/second`);
};

export const pages: InsightPages = {
  fails: {
    culprit: { path: '/site.css' },
    serve: () => ({ '/': DOCUMENT, '/second': DOCUMENT, '/site.css': asset(CSS, STYLES, { caching: 'no-store' }) }),
    visit,
  },
  passes: {
    serve: () => ({ '/': DOCUMENT, '/second': DOCUMENT, '/site.css': asset(CSS, STYLES) }),
    visit,
  },
};
