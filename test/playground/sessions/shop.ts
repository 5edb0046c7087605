import type { EntryRecord } from '../../../src/model/entries.ts';
import type { VitalRecord } from '../../../src/model/metrics.ts';
import type { PageLoadRecord } from '../../../src/model/page-load.ts';
import type { PageSnapshot } from '../../../src/model/snapshot.ts';
import { pageSnapshot, TIME_ORIGIN, viewRecord, vitalRecord } from '../../fixtures/builders/page-loads.ts';
import { navigationEntry, opaqueEntry, PAGE_ORIGIN, resourceEntry } from '../../fixtures/builders/resource-entries.ts';
import {
  eventEntry,
  firstInputEntry,
  frameEntry,
  lcpEntry,
  longTaskEntry,
  paintEntry,
  scriptTiming,
  shiftEntry,
} from '../../fixtures/builders/timeline-entries.ts';

/** A shop: a fair start page, a product page with every fault, and the cart, still open. */
export function shopSession(): readonly PageSnapshot[] {
  return [startPage(), productPage(), cartPage()];
}

function startPage(): PageSnapshot {
  const entries = [navigationEntry(), resourceEntry(), paintEntry(), lcpEntry({ url: '', element: 'h1' })];
  return page(1, '/', entries, { vitals: vitals({ LCP: 620, CLS: 0, FCP: 400, TTFB: 63 }) });
}

function productPage(): PageSnapshot {
  const hero = `${PAGE_ORIGIN}/images/hero.jpg`;
  return page(2, '/product/blue-chair?variant=oak', faultyEntries(hero), {
    title: 'Blue chair - Shop',
    vitals: [
      vitalRecord({
        name: 'FCP',
        value: 1840,
        final: true,
        attribution: { timeToFirstByte: 320, firstByteToFCP: 1520 },
      }),
      vitalRecord({ name: 'TTFB', value: 320, final: true, attribution: ttfbAttribution() }),
      vitalRecord({ name: 'LCP', value: 3420, final: true, attribution: lcpAttribution(hero) }),
      vitalRecord({ name: 'CLS', value: 0.214, attribution: clsAttribution() }),
      vitalRecord({ name: 'INP', value: 208, attribution: inpAttribution() }),
    ],
  });
}

function cartPage(): PageSnapshot {
  const entries = [
    navigationEntry({ name: `${PAGE_ORIGIN}/cart` }),
    resourceEntry({ transferSize: 300 }),
    paintEntry(),
  ];
  return page(3, '/cart', entries, {
    title: 'Cart - Shop',
    state: 'open',
    vitals: vitals({ FCP: 400, TTFB: 63 }),
    views: [
      viewRecord({ url: `${PAGE_ORIGIN}/cart` }),
      viewRecord({ viewId: 'view-2', kind: 'soft-navigation', url: `${PAGE_ORIGIN}/cart/address`, startTime: 4200 }),
    ],
  });
}

function faultyEntries(hero: string): readonly EntryRecord[] {
  return [
    navigationEntry({
      name: `${PAGE_ORIGIN}/product/blue-chair?variant=oak`,
      requestStart: 30,
      responseStart: 320,
      responseEnd: 360,
    }),
    resourceEntry({
      name: `${PAGE_ORIGIN}/styles/site.css`,
      initiatorType: 'link',
      startTime: 370,
      renderBlockingStatus: 'blocking',
    }),
    resourceEntry({
      name: `${PAGE_ORIGIN}/main-4f2a.js`,
      startTime: 372,
      transferSize: 612_000,
      encodedBodySize: 611_700,
      decodedBodySize: 2_100_000,
      responseEnd: 1240,
      renderBlockingStatus: 'blocking',
    }),
    resourceEntry({ name: `${PAGE_ORIGIN}/fonts/inter.woff2`, initiatorType: 'css', startTime: 480 }),
    resourceEntry({
      name: hero,
      initiatorType: 'img',
      startTime: 500,
      transferSize: 1_512_300,
      encodedBodySize: 1_512_000,
      decodedBodySize: 1_512_000,
      responseEnd: 3310,
      contentType: 'image/jpeg',
    }),
    resourceEntry({
      name: `${PAGE_ORIGIN}/api/stock?sku=4711`,
      initiatorType: 'fetch',
      startTime: 900,
      responseStart: 3320,
      responseEnd: 3330,
      transferSize: 840,
      encodedBodySize: 540,
      decodedBodySize: 540,
    }),
    resourceEntry({
      name: `${PAGE_ORIGIN}/images/missing.png`,
      initiatorType: 'img',
      startTime: 950,
      responseStatus: 404,
      transferSize: 600,
    }),
    opaqueEntry({ name: 'https://cdn.widgets.example/chat.js', startTime: 1000, responseEnd: 1400 }),
    paintEntry({ startTime: 1840 }),
    lcpEntry({ startTime: 3420, renderTime: 3420, loadTime: 3310, url: hero, element: 'main > img.hero' }),
    shiftEntry({ startTime: 2600, value: 0.214 }),
    longTaskEntry({ startTime: 1960, duration: 310 }),
    frameEntry({
      startTime: 1958,
      duration: 330,
      blockingDuration: 260,
      scripts: [scriptTiming({ startTime: 1962, duration: 300 })],
    }),
    firstInputEntry({ startTime: 5200 }),
    eventEntry({ startTime: 5200 }),
  ];
}

function lcpAttribution(url: string) {
  return {
    target: 'main > img.hero',
    url,
    timeToFirstByte: 320,
    resourceLoadDelay: 180,
    resourceLoadDuration: 2810,
    elementRenderDelay: 110,
  };
}

function ttfbAttribution() {
  return { waitingDuration: 2, cacheDuration: 0, dnsDuration: 5, connectionDuration: 23, requestDuration: 290 };
}

function clsAttribution() {
  return {
    largestShiftTarget: 'main > section.product',
    largestShiftTime: 2600,
    largestShiftValue: 0.214,
    loadState: 'complete',
  };
}

function inpAttribution() {
  return {
    interactionTarget: 'button.buy',
    interactionType: 'pointer',
    inputDelay: 10,
    processingDuration: 180,
    presentationDelay: 18,
  };
}

function vitals(values: Partial<Record<VitalRecord['name'], number>>): readonly VitalRecord[] {
  return Object.entries(values).map(([name, value]) =>
    vitalRecord({ name: name as VitalRecord['name'], value, final: true }),
  );
}

function page(
  n: number,
  path: string,
  entries: readonly EntryRecord[],
  overrides: Partial<PageLoadRecord>,
): PageSnapshot {
  const url = PAGE_ORIGIN + path;
  return pageSnapshot(entries, {
    pageLoadId: `00000000-0000-4000-8000-00000000000${n}`,
    url,
    timeOrigin: TIME_ORIGIN + n * 60_000,
    views: [viewRecord({ url })],
    ...overrides,
  });
}
