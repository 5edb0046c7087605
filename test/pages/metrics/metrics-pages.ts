import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Asset, asset, HTML, JAVASCRIPT } from '../asset.ts';
import { type AssetServer, startAssetServer } from '../asset-server.ts';
import { BUSY } from './busy.ts';
import { interactions } from './interactions.ts';
import { SHIFTS_AROUND_CLICK, shiftsWithGaps } from './layout-shifts.ts';
import { LCP_CANDIDATES } from './lcp-candidates.ts';
import { AROUND_FRAME, PRERENDERED, PRERENDERS, RETURNS, ROUTES } from './views.ts';

/** How long the server holds back the slow page and the script that its first paint waits for, in ms. */
export const SLOW = { document: 150, script: 200 } as const;

/** A copy of web-vitals, to run in a page's own world. */
const WEB_VITALS = createRequire(import.meta.url)
  .resolve('web-vitals')
  .replace(/[^/\\]+$/, 'web-vitals.iife.js');

/** An entry as the page itself sees it. */
export interface SeenEntry {
  readonly entryType: string;
  readonly startTime: number;
  readonly duration: number;
  /** Of a layout shift its score. */
  readonly value?: number;
  readonly hadRecentInput?: boolean;
  /** Of an event; 0 for one that is no interaction. */
  readonly interactionId?: number;
  /** Of an LCP candidate the element's id. */
  readonly id?: string;
}

/** What every page here offers as `known`: what it did when, and the entries that it saw by itself. */
export interface Known {
  /** Named moments and durations, in ms. */
  readonly moments: Readonly<Record<string, number>>;
  readonly entries: readonly SeenEntry[];
}

const KNOWN = `
  const known = {
    moments: {},
    entries: [],
    afterPaint: (act) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(act))),
  };
  const observer = new PerformanceObserver((list) => known.entries.push(...list.getEntries()));
  for (const type of ['largest-contentful-paint', 'layout-shift', 'event', 'paint', 'visibility-state', 'longtask'])
    observer.observe({ type, buffered: true, durationThreshold: 40 });`;

const PAGES: Readonly<Record<string, (query: URLSearchParams) => string>> = {
  '/lcp-candidates': () => LCP_CANDIDATES,
  '/shifts-around-click': () => SHIFTS_AROUND_CLICK,
  '/shifts': (query) => shiftsWithGaps(query.getAll('gap').map(Number)),
  '/interactions': () => interactions(true),
  '/unheard-interactions': () => interactions(false),
  '/slow': () => '<script src="/slow.js"></script><h1>Slow</h1>',
  '/busy': () => BUSY,
  '/returns': () => RETURNS,
  '/routes': () => ROUTES,
  '/prerenders': () => PRERENDERS,
  '/prerendered': () => PRERENDERED,
  '/around-frame': () => AROUND_FRAME,
  '/away': () => '<h1>Away</h1>',
};

/** Serves pages that each show one symptom at moments known in advance, on a port of the system's choice. */
export function startMetricsPages(): Promise<AssetServer> {
  return startAssetServer(find);
}

function find({ pathname, searchParams }: URL): Asset | undefined {
  if (pathname === '/slow.js') return asset(JAVASCRIPT, '/* slow */\n', { delay: SLOW.script });
  if (pathname === '/web-vitals.js') return asset(JAVASCRIPT, readFileSync(WEB_VITALS));
  const body = PAGES[pathname]?.(searchParams);
  const delay = pathname === '/slow' ? SLOW.document : 0;
  return body === undefined ? undefined : asset(HTML, html(pathname, body), { caching: 'revalidate', delay });
}

function html(path: string, body: string): string {
  return `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8"><title>${path}</title><link rel="icon" href="data:,"><script>${KNOWN}</script></head>
  <body style="margin: 0">${body}</body>
</html>
`;
}
