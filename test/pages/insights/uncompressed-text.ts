import { asset, CSS } from '../asset.ts';
import { comment } from '../insight-assets.ts';
import { type InsightPages, page } from '../insight-page.ts';

const DOCUMENT = page({ head: '<link rel="stylesheet" href="/site.css">' });

export const pages: InsightPages = {
  fails: {
    culprit: { path: '/site.css' },
    serve: () => ({ '/': DOCUMENT, '/site.css': asset(CSS, comment(60_000), { compress: false }) }),
  },
  passes: {
    serve: () => ({ '/': DOCUMENT, '/site.css': asset(CSS, comment(60_000)) }),
  },
};
