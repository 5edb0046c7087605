import { asset, CSS } from '../asset.ts';
import { type InsightPage, type InsightPages, page } from '../insight-page.ts';

const DOCUMENT = page({ head: '<link rel="stylesheet" href="/site.css">' });
/** DevTools tell of a request some time after it was answered. */
const recorded: InsightPage['recorded'] = ({ requests = [] }) => requests.some(({ url }) => url.endsWith('/site.css'));
const STYLES = 'h1 { color: teal }';

export const pages: InsightPages = {
  fails: {
    culprit: { path: '/site.css' },
    serve: () => ({ '/': DOCUMENT, '/site.css': asset(CSS, STYLES, { headers: { 'cache-control': 'max-age=3600' } }) }),
    recorded,
    devtools: true,
  },
  passes: {
    serve: () => ({ '/': DOCUMENT, '/site.css': asset(CSS, STYLES) }),
    recorded,
    devtools: true,
  },
};
