import { asset, JAVASCRIPT } from '../asset.ts';
import { comment } from '../insight-assets.ts';
import { type InsightPages, page } from '../insight-page.ts';

const DOCUMENT = page({ body: '<script src="/app.js" async></script>' });

export const pages: InsightPages = {
  fails: {
    culprit: { path: '/app.js' },
    serve: () => ({ '/': DOCUMENT, '/app.js': asset(JAVASCRIPT, comment(1_200_000), { compress: false }) }),
  },
  passes: {
    // As large, but not on the wire.
    serve: () => ({ '/': DOCUMENT, '/app.js': asset(JAVASCRIPT, comment(1_200_000)) }),
  },
};
