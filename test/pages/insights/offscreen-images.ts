import { picture } from '../insight-assets.ts';
import { type InsightPages, page } from '../insight-page.ts';

const CUP = picture(80, 60);
const below = (loading: string) =>
  page({
    body: `<div style="height: 9000px"></div><img id="cup" src="/cup.png" width="80" height="60" loading="${loading}" alt="">`,
  });

export const pages: InsightPages = {
  fails: {
    culprit: { path: '/cup.png', selector: '#cup' },
    serve: () => ({ '/': below('eager'), '/cup.png': CUP }),
  },
  passes: {
    serve: () => ({ '/': below('lazy'), '/cup.png': CUP }),
  },
};
