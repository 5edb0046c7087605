import { type Asset, asset, HTML, JAVASCRIPT, SVG } from './asset.ts';
import { type AssetServer, startAssetServer } from './asset-server.ts';

/** Pages that each show one thing that the collector must see, and who asked for them. */
export interface CollectorPages extends AssetServer {
  /** How often a path was asked for. */
  asked(path: string): number;
}

/** Bodies by path. Every page is named after its path. */
const BODIES: Readonly<Record<string, string>> = {
  '/frames': `<iframe id="first" src="/frame?first"></iframe>
    <button>Add a frame</button>
    <script>
      document.querySelector('button').onclick = () => {
        document.body.append(Object.assign(document.createElement('iframe'), { src: '/frame?late' }));
      };
    </script>`,
  '/frame': `<p>In a frame</p><script>fetch('/tiny/in-frame').then((response) => response.text());</script>`,
  '/restored': `<h1>Comes back</h1><p style="font-size: 60px">A large text to be painted</p>`,
  '/away': `<h1>Away</h1>`,
  '/routes': `<main><h1>Route one</h1></main><button>Go to route two</button>
    <script>
      document.querySelector('button').onclick = async () => {
        await (await fetch('/tiny/route-two')).text();
        history.pushState({}, '', '/route-two');
        document.querySelector('main').innerHTML = '<h1 style="font-size: 80px">Route two has a large text</h1>';
      };
    </script>`,
  '/prerenders': `<script type="speculationrules">
      { "prerender": [{ "urls": ["/prerendered", "/never-shown"], "eagerness": "immediate" }] }
    </script>
    <a href="/prerendered">To the prerendered page</a>`,
  '/prerendered': '<h1>Prerendered</h1>',
  '/never-shown': '<h1>Never shown</h1>',
  '/broken': `<div id="gallery"><img class="gone" src="/gone.png#part" width="40" height="30" alt=""></div>
    <script src="/gone.js"></script>
    <script>
      // What a page makes up is no failure of the browser's.
      document.querySelector('h1')?.remove();
      document.body.append(Object.assign(document.createElement('img'), { id: 'fake', src: '/image?w=10&h=10' }));
      document.getElementById('fake').dispatchEvent(new Event('error'));
    </script>`,
  '/images': `<style>.ratio { aspect-ratio: 2 / 1; width: 100px } .fixed { width: 60px; height: 50px } #tall { height: 3000px }</style>
    <img id="hero" src="/image?w=800&h=600" width="400" height="300" fetchpriority="high" alt="">
    <img id="unsized" src="/image?w=120&h=80" alt="">
    <img id="ratio" class="ratio" src="/image?w=200&h=100" alt="">
    <img id="fixed" class="fixed" src="/image?w=60&h=50" alt="">
    <div id="tall"></div>
    <img id="below" src="/image?w=90&h=70" width="90" height="70" loading="lazy" alt="">`,
  '/surroundings': '<h1>Surroundings</h1>',
  '/away-from-surroundings': '<h1>Elsewhere</h1>',
  '/head': '<h1>Head</h1>',
  '/everything': `<h1>Everything</h1>
    <img src="/image?w=30&h=20" alt=""><img src="/gone.png" alt=""><iframe src="/frame"></iframe>
    <script>performance.mark('made-by-the-page', { detail: { rows: 3 } });</script>`,
};

const HEADS: Readonly<Record<string, string>> = {
  '/everything': `<script>
      globalThis.mutations = 0;
      globalThis.messages = 0;
      addEventListener('message', () => { messages += 1; });
      addEventListener('load', () => {
        const count = (records) => { mutations += records.length; };
        new MutationObserver(count).observe(document, { subtree: true, childList: true, attributes: true });
      });
    </script>
    <link rel="preload" as="script" href="/tiny/preloaded.js"><script src="/tiny/preloaded.js"></script>`,
  '/head': `<link rel="preconnect" href="https://cdn.example/" crossorigin>
    <link rel="dns-prefetch" href="https://stats.example/">
    <link rel="preload" as="image" href="/image?w=5&h=5" fetchpriority="high">
    <link rel="modulepreload" href="/tiny/module.js">
    <link rel="stylesheet" href="/tiny/print.css" media="print">
    <link rel="author" href="/humans.txt">
    <script src="/tiny/blocking.js"></script>
    <script src="/tiny/async.js" async></script>
    <script src="/tiny/deferred.js" defer></script>
    <script src="/tiny/module.js" type="module"></script>`,
};

/** Serves the pages on the loopback interface, on a port of the system's choice. */
export async function startCollectorPages(): Promise<CollectorPages> {
  const asked = new Map<string, number>();
  const server = await startAssetServer((url) => {
    asked.set(url.pathname, (asked.get(url.pathname) ?? 0) + 1);
    return find(url);
  });
  return { ...server, asked: (path) => asked.get(path) ?? 0 };
}

function find({ pathname, searchParams }: URL): Asset | undefined {
  if (pathname === '/image') return svgImage(Number(searchParams.get('w')), Number(searchParams.get('h')));
  if (pathname.startsWith('/tiny/')) return asset(JAVASCRIPT, '/* tiny */\n');
  const body = BODIES[pathname];
  return body === undefined ? undefined : asset(HTML, pageHtml(pathname, body), { caching: 'revalidate' });
}

function pageHtml(path: string, body: string): string {
  return `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8"><title>${path}</title><link rel="icon" href="data:,">${HEADS[path] ?? ''}</head>
  <body style="margin: 0">${body}</body>
</html>
`;
}

function svgImage(width: number, height: number): Asset {
  const shape = `<rect width="${width}" height="${height}" fill="teal"/>`;
  return asset(SVG, `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${shape}</svg>`);
}
