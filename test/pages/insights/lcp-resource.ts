import { picture } from '../insight-assets.ts';
import { type InsightPages, page } from '../insight-page.ts';

const DOCUMENT = page({ body: '<img id="hero" src="/hero.png" width="600" height="400" alt="">' });

export const pages: InsightPages = {
  fails: {
    culprit: { path: '/hero.png', selector: '#hero' },
    serve: () => ({ '/': DOCUMENT, '/hero.png': picture(600, 400, { delay: 2600 }) }),
  },
  passes: {
    status: 'informative',
    serve: () => ({ '/': DOCUMENT, '/hero.png': picture(600, 400) }),
  },
};
