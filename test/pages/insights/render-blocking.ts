import { asset, CSS } from '../asset.ts';
import { type InsightPages, page } from '../insight-page.ts';

const STYLES = asset(CSS, 'h1 { color: teal }', { delay: 400 });

export const pages: InsightPages = {
  fails: {
    culprit: { path: '/site.css' },
    serve: () => ({ '/': page({ head: '<link rel="stylesheet" href="/site.css">' }), '/site.css': STYLES }),
  },
  passes: {
    // As slow, but nothing waits for it.
    serve: () => ({
      '/': page({ head: `<link rel="stylesheet" href="/site.css" media="print" onload="this.media = 'all'">` }),
      '/site.css': STYLES,
    }),
  },
};
