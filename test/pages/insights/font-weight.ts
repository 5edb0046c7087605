import { font } from '../insight-assets.ts';
import { type InsightPages, page } from '../insight-page.ts';

const FACES = ['a', 'b', 'c', 'd', 'e', 'f'];

/** A text in each face; the file names end as told, whatever is in the files. */
const document = (faces: readonly string[], extension: string) =>
  page({
    head: `<style>${faces.map((face) => `@font-face { font-family: ${face}; src: url("/${face}.${extension}") }`).join('')}</style>`,
    body: `${faces.map((face) => `<p style="font-family: ${face}">129</p>`).join('')}<script type="module">
      await document.fonts.ready;
      document.body.dataset.done = '';
    </script>`,
  });

export const pages: InsightPages = {
  fails: {
    culprit: { path: '/a.ttf' },
    serve: () => ({
      '/': document(FACES, 'ttf'),
      ...Object.fromEntries(FACES.map((face) => [`/${face}.ttf`, font({ compress: face !== 'a' })])),
    }),
    until: '[data-done]',
  },
  passes: {
    serve: () => ({ '/': document(['a'], 'woff2'), '/a.woff2': font() }),
    until: '[data-done]',
  },
};
