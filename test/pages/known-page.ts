import { asset, HTML } from './asset.ts';
import { type AssetServer, startAssetServer } from './asset-server.ts';

/** What the page's script offers as `known`: marks that are numbered from 0 on, so that each can be told from every other. */
const SCRIPT = `
  const known = {
    made: 0,
    restored: 0,
    make(n) {
      for (let i = 0; i < n; i++) performance.mark('known-' + known.made++);
      // What has been observed is no longer needed here.
      performance.clearMarks();
      return known.made;
    },
    // batch after batch, each in a task of its own
    pour(total, batch, everyMs) {
      const end = known.made + total;
      return new Promise((resolve) => {
        const next = () => {
          known.make(Math.min(batch, end - known.made));
          if (known.made < end) setTimeout(next, everyMs);
          else resolve(known.made);
        };
        next();
      });
    },
    // what it has made in all, where the next page of this site finds it however this one ends; after it work of the browser's own,
    // in which no script can be cut off, so that it most often is as the next one begins: the callback of an observer
    pourUntilTheEnd(batch, everyMs) {
      const long = JSON.stringify(Array.from({ length: 20_000 }, (_, i) => ({ i })));
      setInterval(() => {
        localStorage.setItem(location.pathname, known.make(batch));
        JSON.parse(long);
      }, everyMs);
    },
    makeAndLeave(n, url) {
      known.make(n);
      location.href = url;
    },
  };
  addEventListener('pageshow', ({ persisted }) => { known.restored += persisted ? 1 : 0; });`;

/** Serves, under any path and query, a page that makes as many known entries as it is asked for; `/framed` has another one in a frame. */
export function startKnownPages(): Promise<AssetServer> {
  return startAssetServer(({ pathname, search }) => {
    const frame = pathname === '/framed' ? `<iframe src="/in-frame${search}" title="Known"></iframe>` : '';
    return asset(HTML, html(frame), { caching: 'revalidate' });
  });
}

function html(frame: string): string {
  return `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8"><title>Known entries</title><link rel="icon" href="data:,"></head>
  <body><h1>Known entries</h1>${frame}<script>${SCRIPT}</script></body>
</html>
`;
}
