import { asset, JAVASCRIPT } from '../asset.ts';
import { type InsightPages, page } from '../insight-page.ts';

const DOCUMENT = page({ body: '<script src="/cart.js" defer></script>' });

const cart = (statement: string) =>
  asset(JAVASCRIPT, `setTimeout(() => { document.body.dataset.done = ''; });\n${statement}\n`);

export const pages: InsightPages = {
  fails: {
    culprit: { path: '/cart.js' },
    serve: () => ({ '/': DOCUMENT, '/cart.js': cart('null.items;') }),
    until: '[data-done]',
    scriptErrors: true,
  },
  passes: {
    serve: () => ({ '/': DOCUMENT, '/cart.js': cart('') }),
    until: '[data-done]',
    scriptErrors: true,
  },
};
