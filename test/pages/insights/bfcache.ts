import { type InsightPage, type InsightPages, page } from '../insight-page.ts';

const SECOND = page({}, { caching: 'revalidate' });
/** Neither may a browser put a page aside that is not to be stored and used a WebSocket, and be it in vain. */
const SOCKET = `<script>new WebSocket('ws://127.0.0.1:1/');</script>`;

const visit: InsightPage['visit'] = async (tab, { origin }) => {
  await tab.goto(`${origin}/second`);
  // `page.goBack()` waits for a navigation, which a restored page does not have.
  await tab.evaluate(() => history.back());
  await tab.waitForFunction((url) => location.href === url && document.readyState === 'complete', {}, `${origin}/`);
};

export const pages: InsightPages = {
  fails: {
    culprit: { path: '/' },
    serve: () => ({ '/': page({ body: SOCKET }, { caching: 'no-store' }), '/second': SECOND }),
    visit,
  },
  passes: {
    serve: () => ({ '/': page({}, { caching: 'revalidate' }), '/second': SECOND }),
    visit,
    recorded: ({ pageLoad }) => pageLoad.views.some(({ kind }) => kind === 'bfcache'),
  },
};
