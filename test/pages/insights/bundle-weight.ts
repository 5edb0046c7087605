import { asset, JAVASCRIPT } from '../asset.ts';
import { comment } from '../insight-assets.ts';
import { type InsightPages, page } from '../insight-page.ts';

const DOCUMENT = page({ body: '<script src="/main-4f2a.js" async></script>' });

export const pages: InsightPages = {
  fails: {
    culprit: { path: '/main-4f2a.js' },
    serve: () => ({ '/': DOCUMENT, '/main-4f2a.js': asset(JAVASCRIPT, comment(600_000), { compress: false }) }),
  },
  passes: {
    serve: () => ({ '/': DOCUMENT, '/main-4f2a.js': asset(JAVASCRIPT, comment(300_000), { compress: false }) }),
  },
};
