import { picture } from '../insight-assets.ts';
import { type InsightPages, page } from '../insight-page.ts';

const HERO = picture(600, 400);

export const pages: InsightPages = {
  fails: {
    culprit: { path: '/hero.png', selector: '#hero' },
    serve: () => ({
      '/': page({
        body: `<script>
          setTimeout(() => {
            const hero = Object.assign(new Image(600, 400), { id: 'hero', src: '/hero.png' });
            hero.onload = () => { document.body.dataset.done = ''; };
            document.body.append(hero);
          }, 400);
        </script>`,
      }),
      '/hero.png': HERO,
    }),
    until: '[data-done]',
  },
  passes: {
    serve: () => ({
      '/': page({ body: '<img id="hero" src="/hero.png" width="600" height="400" fetchpriority="high" alt="">' }),
      '/hero.png': HERO,
    }),
  },
};
