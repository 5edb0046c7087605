import { type Asset, asset, HTML } from './asset.ts';
import { type AssetServer, startAssetServer } from './asset-server.ts';

/** A server of made-up pages whose entries are known in advance. */
export interface FixtureServer extends AssetServer {
  /** Page that fetches `n` files of a few bytes, each under its own URL, and says in `data-loaded` how many arrived. */
  resourcesPage(n: number): string;
  /** Page with a request of each kind that browsers keep out of Resource Timing; `other` is the origin of another such server. */
  hiddenPage(other: string): string;
}

/** How many files the page asks for at a time: enough to keep six connections busy, few enough not to stall the page. */
const PARALLEL = 24;

/** Pages by path; each gets the query of its URL. */
const PAGES: Readonly<Record<string, (query: URLSearchParams) => string>> = {
  '/resources': (query) => resourcesHtml(Number(query.get('n') ?? 0)),
  '/hidden': (query) => hiddenHtml(query.get('other') ?? ''),
};

const TINY = asset('text/plain; charset=utf-8', 'tiny\n', { compress: false });
const TINY_FOR_ALL = asset('text/plain; charset=utf-8', 'tiny\n', {
  compress: false,
  headers: { 'access-control-allow-origin': '*', 'access-control-allow-headers': '*', 'timing-allow-origin': '*' },
});

/** Serves the made-up pages on the loopback interface, on a port of the system's choice. */
export async function startFixtures(): Promise<FixtureServer> {
  const server = await startAssetServer(find);
  return {
    ...server,
    resourcesPage: (n) => `${server.url}/resources?n=${n}`,
    hiddenPage: (other) => `${server.url}/hidden?${new URLSearchParams({ other })}`,
  };
}

function find({ pathname, searchParams }: URL): Asset | undefined {
  if (pathname.startsWith('/tiny/')) return TINY;
  if (pathname.startsWith('/for-all/')) return TINY_FOR_ALL;
  const page = PAGES[pathname];
  return page && asset(HTML, page(searchParams), { caching: 'revalidate' });
}

function resourcesHtml(n: number): string {
  return `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8"><title>${n} resources</title><link rel="icon" href="data:,"></head>
  <body data-loaded="0">
    <h1>${n} resources</h1>
    <script>
      let asked = 0;
      let loaded = 0;
      const work = async () => {
        while (asked < ${n}) {
          const response = await fetch('/tiny/' + asked++);
          await response.text(); // without it there is no entry
          document.body.dataset.loaded = String(++loaded);
        }
      };
      for (let i = 0; i < ${PARALLEL}; i++) work();
    </script>
  </body>
</html>
`;
}

function hiddenHtml(other: string): string {
  return `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8"><title>Hidden requests</title><link rel="icon" href="data:,"></head>
  <body data-loaded="0">
    <h1>Hidden requests</h1>
    <img src="data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=" width="1" height="1" alt="">
    <script type="module">
      await (await fetch('/tiny/read')).text();
      await (await fetch('${other}/for-all/preflighted', { headers: { 'x-fixture': '1' } })).text();
      document.body.dataset.loaded = '2';
    </script>
  </body>
</html>
`;
}
