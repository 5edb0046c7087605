import { asset, JAVASCRIPT } from '../asset.ts';
import { comment } from '../insight-assets.ts';
import { type InsightPages, page } from '../insight-page.ts';

const LIBRARY = asset(JAVASCRIPT, comment(50_000), { compress: false });

export const pages: InsightPages = {
  fails: {
    culprit: { path: '/lib.js?v=2' },
    serve: () => ({
      '/': page({ body: '<script src="/lib.js?v=1"></script><script src="/lib.js?v=2"></script>' }),
      '/lib.js': LIBRARY,
    }),
  },
  passes: {
    serve: () => ({
      '/': page({ body: '<script src="/lib.js"></script><script src="/lib.js"></script>' }),
      '/lib.js': LIBRARY,
    }),
  },
};
