import { RESOURCE_TYPES, type ResourceRecord, type ResourceTotal } from '../../model/resources.ts';
import type { Size, SizeTotal } from '../../model/size.ts';
import { isOnWire } from '../url.ts';

/**
 * Requests and transferred bytes per resource type (every one, also with no requests), `total` and `third-party`, in that order.
 * `data:`, `blob:` and extension URLs are not requests and are not counted.
 */
export function totalsOf(resources: readonly ResourceRecord[]): readonly ResourceTotal[] {
  const classes = [...RESOURCE_TYPES, 'total', 'third-party'] as const;
  const sums = new Map(classes.map((name) => [name, { requests: 0, value: 0, unknown: 0 }]));
  for (const resource of resources) {
    if (!isOnWire(resource.url)) continue;
    add(sums.get(resource.resourceType), resource.transferSize);
    add(sums.get('total'), resource.transferSize);
    if (resource.party === 'third') add(sums.get('third-party'), resource.transferSize);
  }
  return [...sums].map(([resourceType, { requests, value, unknown }]) => ({
    resourceType,
    requests,
    transferSize: { value, unknown },
  }));
}

/** The sum of sizes, with the number of those that are not known. */
export function sumSizes(sizes: readonly Size[]): SizeTotal {
  const sum = { requests: 0, value: 0, unknown: 0 };
  for (const size of sizes) add(sum, size);
  return { value: sum.value, unknown: sum.unknown };
}

function add(sum: { requests: number; value: number; unknown: number } | undefined, size: Size): void {
  if (sum === undefined) return;
  sum.requests += 1;
  if (size.value === null) sum.unknown += 1;
  else sum.value += size.value;
}
