import { type InsightPage, type InsightPages, page } from '../insight-page.ts';

/** A button whose click takes so long. */
const document = (ms: number) =>
  page({
    body: `<button id="buy">Buy</button><script>
      document.getElementById('buy').onclick = () => {
        const end = performance.now() + ${ms};
        while (performance.now() < end);
      };
    </script>`,
  });

const visit: InsightPage['visit'] = async (tab) => {
  await tab.click('#buy');
};

export const pages: InsightPages = {
  fails: {
    culprit: { selector: '#buy' },
    serve: () => ({ '/': document(260) }),
    visit,
  },
  passes: {
    serve: () => ({ '/': document(0) }),
    visit,
  },
};
