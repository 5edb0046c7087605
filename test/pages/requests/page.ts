/** How many requests of each kind the page makes, beside its own document and icon. */
export const KINDS = {
  fresh: 150,
  repeatedFetch: 20,
  immutable: 40,
  revalidated: 30,
  redirected: 20,
  failed: 12,
  aborted: 12,
  unread: 20,
  streamed: 12,
  opaque: 20,
  timed: 20,
  shared: 20,
  preflighted: 6,
  missing: 20,
  empty: 10,
  data: 6,
  blob: 6,
  worked: 20,
  passedOn: 20,
} as const;

/** Files that are asked for again and again, so that every one but the first is revalidated. */
export const REVALIDATED_FILES = 5;

/** Images that the page before has left in the memory cache. */
export const REMEMBERED_IMAGES = 6;

const REMEMBERED = Array.from(
  { length: REMEMBERED_IMAGES },
  (_, n) => `<img src="/immutable/remembered-${n}.png" alt="">`,
).join('');

/** The HTML of the page before. */
export const BEFORE_HTML = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Before</title><link rel="icon" href="data:,"></head>
<body><h1>Before</h1>${REMEMBERED}</body></html>
`;

/** The HTML of the page: some of its requests are in the markup, the others its script makes, a kind after the other. */
export function requestsHtml(other: string): string {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8"><title>Requests of every kind</title>
    <link rel="icon" href="data:,">
    <link rel="preload" as="script" href="/no-store/preloaded.js">
    <link rel="preload" as="image" href="/no-store/unused.png">
    <link rel="stylesheet" href="/no-store/page.css">
    <script src="/no-store/preloaded.js"></script>
    <script src="/redirect/1/page.js"></script>
  </head>
  <body>
    <h1>Requests of every kind</h1>
    <img src="/immutable/logo.png" alt=""><img src="/immutable/logo.png" alt="">
    ${REMEMBERED}
    <img src="data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=" alt="">
    <script type="module">${script(other)}</script>
  </body>
</html>
`;
}

function script(other: string): string {
  return `
const KINDS = ${JSON.stringify(KINDS)};
const OTHER = ${JSON.stringify(other)};
const PARALLEL = 6;

const read = async (url, options) => (await fetch(url, options)).text();
const failing = (work) => work.catch(() => {});
const image = (url) => new Promise((resolve) => {
  const element = new Image();
  element.onload = element.onerror = () => resolve();
  element.src = url;
  document.body.append(element);
});
const scriptElement = (url) => new Promise((resolve) => {
  const element = document.createElement('script');
  element.onload = element.onerror = () => resolve();
  element.src = url;
  document.body.append(element);
});
const aborted = (url) => {
  const controller = new AbortController();
  const work = failing(fetch(url, { signal: controller.signal }));
  setTimeout(() => controller.abort(), 20);
  return work;
};
const xhr = (url) => new Promise((resolve) => {
  const request = new XMLHttpRequest();
  request.onloadend = () => resolve();
  request.open('GET', url);
  request.send();
});
const blob = async (n) => {
  const url = URL.createObjectURL(new Blob(['blob ' + n], { type: 'text/plain' }));
  await read(url);
};
const SHAPES = [(n) => read('/no-store/' + n + '.txt'), (n) => image('/no-store/' + n + '.png'), (n) => xhr('/no-store/' + n + '.txt?x'), (n) => scriptElement('/no-store/' + n + '.js')];

const MAKE = {
  fresh: (n) => SHAPES[n % SHAPES.length](n),
  repeatedFetch: () => read('/no-store/same.txt'),
  immutable: (n) => (n % 2 ? read('/immutable/' + (n % 8) + '.txt') : image('/immutable/' + (n % 8) + '.png')),
  revalidated: (n) => read('/revalidate/' + (n % ${REVALIDATED_FILES}) + '.txt'),
  redirected: (n) => read('/redirect/' + (1 + (n % 3)) + '/' + n + '.txt'),
  failed: (n) => failing(n % 2 ? read('/refuse/' + n) : image('/refuse/' + n + '.png')),
  aborted: (n) => aborted('/hang/' + n),
  unread: (n) => fetch('/no-store/unread-' + n + '.txt').then((response) => { kept.push(response); }),
  streamed: (n) => read('/stream/' + n),
  opaque: (n) => (n % 2 ? image(OTHER + '/opaque/' + n + '.png') : scriptElement(OTHER + '/opaque/' + n + '.js')),
  timed: (n) => (n % 2 ? image(OTHER + '/timed/' + n + '.png') : scriptElement(OTHER + '/timed/' + n + '.js')),
  shared: (n) => read(OTHER + '/shared/' + n + '.txt'),
  preflighted: (n) => read(OTHER + '/shared/asked-' + n + '.txt', { headers: { 'x-asked': '1' } }),
  missing: (n) => (n % 2 ? read('/status/404/' + n) : image('/status/404/' + n + '.png')),
  empty: (n) => read('/status/204/' + n),
  data: (n) => read('data:text/plain,' + n),
  blob,
  worked: (n) => read('/worked/' + n),
  passedOn: (n) => read('/no-store/passed-on-' + n + '.txt'),
};
const kept = [];

const all = async (count, make) => {
  let next = 0;
  const worker = async () => {
    while (next < count) await make(next++);
  };
  await Promise.all(Array.from({ length: PARALLEL }, worker));
};

for (const [kind, count] of Object.entries(KINDS)) {
  if (kind === 'worked') {
    const controlled = new Promise((resolve) => navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true }));
    await navigator.serviceWorker.register('/worker.js');
    await controlled;
  }
  // One after the other where the second is to find what the first left in the cache.
  if (kind === 'revalidated' || kind === 'immutable') for (let n = 0; n < count; n++) await MAKE[kind](n);
  else await all(count, MAKE[kind]);
}
document.body.dataset.done = 'true';
`;
}
