import type { MetricName } from '../../../src/model/metrics.ts';
import { MAIN_SCRIPT_PATH } from './assets.ts';

/** The shop's pages by path. */
export const DEMO_PAGES = { home: '/', product: '/product/copper-kettle', cart: '/cart' } as const;

/** What to point at: a file (path; `otherOrigin` when it is on the second one), an element, a function in a script. */
export type Culprit =
  | { readonly kind: 'resource'; readonly path: string; readonly otherOrigin?: true }
  | { readonly kind: 'element'; readonly selector: string }
  | { readonly kind: 'script'; readonly path: string; readonly functionName: string };

/** One thing that is wrong with the shop on purpose, and where Vitalog names it. */
export interface DemoFault {
  readonly page: string;
  readonly what: string;
  readonly culprit: Culprit;
  /** Ids of the insights with a finding on the culprit. */
  readonly insights: readonly string[];
  /** Metrics whose attribution points at the culprit. */
  readonly metrics?: readonly MetricName[];
  /** Limits of the Starter budget that it breaks. */
  readonly limits: readonly { readonly metric: string; readonly level: 'warn' | 'error' }[];
}

const { home, product, cart } = DEMO_PAGES;

/** Everything that is wrong with the shop; the table in README.md says the same, which a unit test sees to. */
export const DEMO_FAULTS: readonly DemoFault[] = [
  {
    page: home,
    what: 'The hero image has 1.5 MB, and is the largest contentful paint',
    culprit: resource('/images/hero.png'),
    insights: ['large-resources', 'lcp-resource'],
    metrics: ['LCP'],
    limits: [{ metric: 'resource-size:total', level: 'error' }],
  },
  {
    page: home,
    what: 'The recommendations answer after 2.4 s',
    culprit: resource('/api/recommendations'),
    insights: ['slow-resources', 'api-calls'],
    limits: [{ metric: 'api-response-time:p95', level: 'error' }],
  },
  {
    page: home,
    what: 'The main script has 600 KB after gzip',
    culprit: resource(MAIN_SCRIPT_PATH),
    insights: ['bundle-weight'],
    limits: [{ metric: 'file-size:main*.js', level: 'error' }],
  },
  {
    page: product,
    what: 'A banner opens after a second and pushes everything down',
    culprit: { kind: 'element', selector: '#promo-banner' },
    insights: ['layout-shifts'],
    limits: [{ metric: 'CLS', level: 'error' }],
  },
  {
    page: product,
    what: 'The price font is asked for after the first paint',
    culprit: resource('/fonts/price-tag.ttf'),
    insights: ['late-fonts'],
    limits: [],
  },
  {
    page: product,
    what: 'A click on "Add to cart" blocks the main thread for 180 ms',
    culprit: { kind: 'script', path: '/assets/shop.js', functionName: 'addToCart' },
    insights: ['long-tasks', 'long-animation-frames'],
    limits: [],
  },
  {
    page: product,
    what: 'The same click is answered late',
    culprit: { kind: 'element', selector: '#add-to-cart' },
    insights: ['slow-interactions'],
    limits: [],
  },
  {
    page: product,
    what: 'The style sheet may not be kept, and comes again in full',
    culprit: resource('/assets/site.css'),
    insights: ['refetched-resources'],
    limits: [],
  },
  {
    page: cart,
    what: 'The picture of the gift wrap is not there (404)',
    culprit: resource('/images/gift-wrap.png'),
    insights: ['failed-requests'],
    limits: [],
  },
  {
    page: cart,
    what: 'The delivery zones are 190 KB of uncompressed JSON',
    culprit: resource('/data/delivery-zones.json'),
    insights: ['uncompressed-text'],
    limits: [],
  },
  {
    page: cart,
    what: 'A badge of the second origin hides its size and times',
    culprit: { ...resource('/badges/secure-payment.svg'), otherOrigin: true },
    insights: ['opaque-resources'],
    limits: [],
  },
  {
    page: cart,
    what: 'The style sheet comes again in full here too',
    culprit: resource('/assets/site.css'),
    insights: ['refetched-resources'],
    limits: [],
  },
];

/** The file of the second origin that allows its timing to be seen: same page, nothing wrong with it. */
export const TIMING_ALLOWED_PATH = '/badges/fair-trade.svg';

function resource(path: string): Extract<Culprit, { kind: 'resource' }> {
  return { kind: 'resource', path };
}
