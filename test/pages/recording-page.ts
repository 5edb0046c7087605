import { asset, HTML } from './asset.ts';
import { type AssetServer, startAssetServer } from './asset-server.ts';

/** The message of an error, by how it comes about. */
export const ERRORS = {
  early: 'thrown while the page is parsed',
  thrown: 'thrown by a press',
  rejected: 'rejected by a press',
} as const;

/** Errors that the page's `#flood` makes up. */
export const FORGED = 1000;

const BODY = `<h1>Recording</h1>
  <button id="fetch">Fetch a file</button>
  <button id="throw">Throw an error</button>
  <button id="reject">Reject a promise</button>
  <button id="flood">Make up errors</button>
  <iframe src="/frame" title="A frame"></iframe>
  <iframe srcdoc="A frame without a URL" title="Another frame"></iframe>
  <script>
    const on = (id, act) => document.getElementById(id).addEventListener('click', act);
    let fetched = 0;
    on('fetch', async () => {
      await (await fetch('/tiny/' + fetched)).text();
      document.body.dataset.fetched = String(++fetched);
    });
    on('throw', () => { throw new Error('${ERRORS.thrown}'); });
    on('reject', () => { Promise.reject(new TypeError('${ERRORS.rejected}')); });
    on('flood', () => {
      const forge = (detail) => dispatchEvent(new CustomEvent('vitalog-script-error', { detail }));
      for (let i = 0; i < ${FORGED}; i++) {
        const note = { kind: 'error', message: 'forged ' + i, source: '', line: 1, column: 1, count: 1 };
        forge(JSON.stringify(note));
        forge(JSON.stringify({ ...note, kind: 'over-limit', count: -1 }));
        forge({ message: 'no text' });
        forge('{');
      }
    });
  </script>
  <script>throw new Error('${ERRORS.early}');</script>`;

const PAGES: Readonly<Record<string, string>> = {
  '/': BODY,
  '/frame': '<p>In a frame</p>',
};

/** Serves a page that does what its buttons say, with a frame in it, under any query. */
export function startRecordingPage(): Promise<AssetServer> {
  return startAssetServer(({ pathname }) => {
    if (pathname.startsWith('/tiny/')) return asset('text/plain; charset=utf-8', 'tiny\n', { caching: 'no-store' });
    const body = PAGES[pathname];
    return body === undefined ? undefined : asset(HTML, html(body), { caching: 'no-store' });
  });
}

function html(body: string): string {
  return `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8"><title>Recording</title><link rel="icon" href="data:,"></head>
  <body>${body}</body>
</html>
`;
}
