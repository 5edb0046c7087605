import { asset, SVG } from '../asset.ts';
import { picture } from '../insight-assets.ts';
import { type InsightPages, page } from '../insight-page.ts';

const shown = (file: string) => page({ body: `<img id="cup" src="${file}" width="200" height="150" alt="">` });
const DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"><path d="M0 0h4v3z"/></svg>';

export const pages: InsightPages = {
  fails: {
    culprit: { path: '/cup.png', selector: '#cup' },
    serve: () => ({ '/': shown('/cup.png'), '/cup.png': picture(200, 150) }),
  },
  passes: {
    serve: () => ({ '/': shown('/cup.svg'), '/cup.svg': asset(SVG, DRAWING) }),
  },
};
