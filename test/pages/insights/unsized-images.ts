import { picture } from '../insight-assets.ts';
import { type InsightPages, page } from '../insight-page.ts';

const CUP = picture(80, 60);

export const pages: InsightPages = {
  fails: {
    culprit: { path: '/cup.png', selector: '#cup' },
    serve: () => ({ '/': page({ body: '<img id="cup" src="/cup.png" alt="">' }), '/cup.png': CUP }),
  },
  passes: {
    serve: () => ({
      '/': page({ body: '<img id="cup" src="/cup.png" width="80" height="60" alt="">' }),
      '/cup.png': CUP,
    }),
  },
};
