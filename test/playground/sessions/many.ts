import type { ResourceEntry } from '../../../src/model/entries.ts';
import type { PageSnapshot } from '../../../src/model/snapshot.ts';
import { pageSnapshot, viewRecord, vitalRecord } from '../../fixtures/builders/page-loads.ts';
import { navigationEntry, opaqueEntry, PAGE_ORIGIN, resourceEntry } from '../../fixtures/builders/resource-entries.ts';
import { paintEntry } from '../../fixtures/builders/timeline-entries.ts';

const KINDS = [
  { initiatorType: 'img', extension: 'webp' },
  { initiatorType: 'script', extension: 'js' },
  { initiatorType: 'link', extension: 'css' },
  { initiatorType: 'fetch', extension: 'json' },
  { initiatorType: 'css', extension: 'woff2' },
] as const;

/** One page load with as many resources, every tenth of them opaque, sizes and times spread over their range. */
export function manyResources(count: number): PageSnapshot {
  const resources = Array.from({ length: count }, (_, index) => resource(index));
  const url = `${PAGE_ORIGIN}/catalogue`;
  return pageSnapshot([navigationEntry({ name: url }), paintEntry(), ...resources], {
    url,
    title: 'The whole catalogue',
    views: [viewRecord({ url })],
    vitals: [
      vitalRecord({ value: 2700 }),
      vitalRecord({ name: 'FCP', value: 400 }),
      vitalRecord({ name: 'TTFB', value: 63 }),
    ],
  });
}

function resource(index: number): ResourceEntry {
  const { initiatorType, extension } = KINDS[index % KINDS.length] ?? KINDS[0];
  const startTime = 100 + index * 3;
  const bytes = 400 + ((index * 7919) % 90_000);
  if (index % 10 === 9) return opaqueEntry({ name: `https://cdn.other.example/${index}.${extension}`, startTime });
  return resourceEntry({
    name: `${PAGE_ORIGIN}/assets/part-${index}.${extension}`,
    initiatorType,
    startTime,
    responseEnd: startTime + 64 + ((index * 31) % 700),
    transferSize: bytes + 300,
    encodedBodySize: bytes,
    decodedBodySize: bytes * 3,
  });
}
