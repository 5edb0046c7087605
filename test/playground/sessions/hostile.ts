import type { PageSnapshot } from '../../../src/model/snapshot.ts';
import { pageSnapshot, viewRecord, vitalRecord } from '../../fixtures/builders/page-loads.ts';
import { navigationEntry, PAGE_ORIGIN, resourceEntry } from '../../fixtures/builders/resource-entries.ts';
import { lcpEntry, paintEntry, shiftEntry, shiftSource } from '../../fixtures/builders/timeline-entries.ts';

const MARKUP = '"><img src=x onerror=alert(1)><script>alert(2)</script>';
const LONG = 'very-long-name-without-a-break-'.repeat(30);

/** A page that puts markup, script URLs and endless names wherever it has a say. */
export function hostileSession(): readonly PageSnapshot[] {
  const url = `${PAGE_ORIGIN}/${MARKUP}?q=${MARKUP}`;
  const entries = [
    navigationEntry({ name: url }),
    resourceEntry({ name: `${PAGE_ORIGIN}/${MARKUP}.js`, transferSize: 3_000_000, responseEnd: 5000 }),
    resourceEntry({ name: 'javascript:alert(1)', startTime: 110, transferSize: 2_000_000 }),
    resourceEntry({ name: `data:text/html,${MARKUP}`, startTime: 120 }),
    resourceEntry({
      name: `${PAGE_ORIGIN}/${LONG}.png`,
      initiatorType: 'img',
      startTime: 130,
      transferSize: 1_400_000,
    }),
    resourceEntry({ name: `${PAGE_ORIGIN}/${'🫖☕'.repeat(60)}.png`, startTime: 132, responseStatus: 404 }),
    resourceEntry({ name: `${PAGE_ORIGIN}/${'قائمة-الشاي'.repeat(20)}.js`, startTime: 134, transferSize: 900_000 }),
    resourceEntry({ name: `${PAGE_ORIGIN}/${'m'.repeat(1_000_000)}`, startTime: 136, transferSize: 800_000 }),
    resourceEntry({ name: '\u202Egnp.exe', startTime: 140, initiatorType: MARKUP, responseStatus: 599 }),
    paintEntry(),
    lcpEntry({ element: `div[title="${MARKUP}"]`, url: 'javascript:alert(3)' }),
    shiftEntry({ sources: [shiftSource({ node: `p.${LONG}` })] }),
  ];
  return [
    pageSnapshot(entries, {
      url,
      title: `<b>${MARKUP}</b>`,
      views: [viewRecord({ url })],
      vitals: [
        vitalRecord({ value: 1e9, attribution: { target: `div[title="${MARKUP}"]`, url: 'javascript:alert(3)' } }),
        vitalRecord({
          name: 'CLS',
          value: 12.5,
          attribution: { largestShiftTarget: `p.${LONG}`, largestShiftTime: -8 },
        }),
      ],
    }),
  ];
}
