import { asset, JAVASCRIPT } from '../asset.ts';
import { type InsightPages, page } from '../insight-page.ts';

const to = (location: string) => asset('text/plain', '', { status: 302, delay: 50, headers: { location } });

export const pages: InsightPages = {
  fails: {
    culprit: { path: '/old.js' },
    serve: () => ({
      '/': page({ body: '<script src="/old.js" async></script>' }),
      '/old.js': to('/older.js'),
      '/older.js': to('/app.js'),
      '/app.js': asset(JAVASCRIPT, ''),
    }),
  },
  passes: {
    serve: () => ({ '/': page({ body: '<script src="/app.js" async></script>' }), '/app.js': asset(JAVASCRIPT, '') }),
  },
};
