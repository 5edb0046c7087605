import { picture } from '../insight-assets.ts';
import { type InsightPages, page } from '../insight-page.ts';

const DOCUMENT = page({ body: '<img src="/cup.png" width="20" height="20" alt="">' });

export const pages: InsightPages = {
  fails: {
    culprit: { path: '/cup.png' },
    serve: () => ({ '/': DOCUMENT }),
  },
  passes: {
    serve: () => ({ '/': DOCUMENT, '/cup.png': picture(20, 20) }),
  },
};
