import type { PageSnapshot } from '../../../src/model/snapshot.ts';
import { pageSnapshot, TIME_ORIGIN, viewRecord, vitalRecord } from '../../fixtures/builders/page-loads.ts';
import { recordedShop } from '../../fixtures/builders/recorded-shop.ts';
import { navigationEntry, PAGE_ORIGIN, resourceEntry } from '../../fixtures/builders/resource-entries.ts';
import { lcpEntry, paintEntry } from '../../fixtures/builders/timeline-entries.ts';

const URL = `${PAGE_ORIGIN}/cart?step=1`;

/** A shop: the page loads of the golden report, one of them with every fault, then the cart, still open. */
export function shopSession(): readonly PageSnapshot[] {
  return [...recordedShop(), openCart()];
}

/** A good page load with two views, from which entries still come. */
function openCart(): PageSnapshot {
  const entries = [navigationEntry({ name: URL }), resourceEntry(), paintEntry(), lcpEntry({ url: '', element: 'h1' })];
  return pageSnapshot(entries, {
    pageLoadId: '00000000-0000-4000-8000-000000000003',
    url: URL,
    title: 'Cart',
    timeOrigin: TIME_ORIGIN + 90_000,
    state: 'open',
    views: [
      viewRecord({ url: URL }),
      viewRecord({ viewId: 'view-2', kind: 'soft-navigation', url: `${PAGE_ORIGIN}/cart?step=2`, startTime: 4200 }),
    ],
    vitals: [
      vitalRecord({
        attribution: { target: 'h1', timeToFirstByte: 63, resourceLoadDelay: 0, elementRenderDelay: 1137 },
      }),
      vitalRecord({ name: 'CLS', value: 0 }),
      vitalRecord({ name: 'FCP', value: 400, attribution: { timeToFirstByte: 63, firstByteToFCP: 337 } }),
      vitalRecord({
        name: 'TTFB',
        value: 63,
        attribution: { waitingDuration: 2, dnsDuration: 5, connectionDuration: 15, requestDuration: 41 },
      }),
    ],
  });
}
