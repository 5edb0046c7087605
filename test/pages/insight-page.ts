import type { Page } from 'puppeteer';
import type { PageSnapshot } from '../../src/model/snapshot.ts';
import { type Asset, asset, HTML } from './asset.ts';

/** Where a fixture page lives: no other page shares its hosts, nor their connections, caches and cookies. */
export interface Site {
  /** Origin of the page, without a slash at the end. */
  readonly origin: string;
  /** Origin of another host that the page uses, which is a third party to it. */
  at(host: string): string;
}

/** What a finding must point at; the members that are there are compared. */
export interface Culprit {
  /** Path and search of its URL, on the page's own host unless `host` says another. */
  readonly path?: string;
  readonly host?: string;
  readonly selector?: string;
  /** Name of the function in its script. */
  readonly functionName?: string;
  /** Words of its message, where there is nothing to point at. */
  readonly says?: string;
}

/** A page that shows one insight. It should take about a second, and be otherwise without fault. */
export interface InsightPage {
  /** What the servers answer, by path (`/app.js`, the document is `/`), with the host in front on another host (`cdn/lib.js`). */
  serve(site: Site): Readonly<Record<string, Asset>>;
  /** Selector of what is there once the page has done what it does after its load. */
  readonly until?: string;
  /** What the user does once the page is loaded. The document in the tab afterwards is the one that is judged. */
  visit?(page: Page, site: Site): Promise<void>;
  /** What must be stored of the judged document before it is left. */
  recorded?(snapshot: PageSnapshot): boolean;
  /** Loaded with DevTools open, for what only they can tell. */
  readonly devtools?: true;
  /** Loaded while script errors are recorded, which the user has to choose. */
  readonly scriptErrors?: true;
}

/** The fixture pages of one insight, exported as `pages` by the file that has the insight's id as its name. */
export interface InsightPages {
  /** `status` is `fail` unless told; the first finding points at the culprit. */
  readonly fails: InsightPage & { readonly status?: 'informative'; readonly culprit: Culprit };
  /** `status` is `pass` unless told: some insights name what is good too. */
  readonly passes: InsightPage & { readonly status?: 'informative' };
}

/** A document with what a fixture needs in it and nothing else on the network. */
export function page(parts: { readonly head?: string; readonly body?: string }, overrides: Partial<Asset> = {}): Asset {
  const { head = '', body = '' } = parts;
  const html = `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8"><title>Fixture</title><link rel="icon" href="data:,">${head}</head>
  <body style="margin: 0"><h1>Fixture</h1>${body}</body>
</html>
`;
  return asset(HTML, html, { caching: 'no-store', ...overrides });
}
