import { picture } from '../insight-assets.ts';
import { type InsightPages, page } from '../insight-page.ts';

const CUP = picture(400, 300);
const shown = (width: number, height: number) =>
  page({ body: `<img id="cup" src="/cup.png" width="${width}" height="${height}" alt="">` });

export const pages: InsightPages = {
  fails: {
    culprit: { path: '/cup.png', selector: '#cup' },
    serve: () => ({ '/': shown(100, 75), '/cup.png': CUP }),
  },
  passes: {
    serve: () => ({ '/': shown(400, 300), '/cup.png': CUP }),
  },
};
