import { RESOURCE_TYPES, type ResourceRecord, type ResourceTotal } from '../../model/resources.ts';
import type { Size } from '../../model/size.ts';
import { growOver } from '../grow-over.ts';
import { isOnWire } from '../url.ts';

/**
 * Requests and transferred bytes per resource type (every one, also with no requests), `total` and `third-party`, in that order.
 * `data:`, `blob:` and extension URLs are not requests and are not counted.
 */
export function totalsOf(resources: readonly ResourceRecord[]): readonly ResourceTotal[] {
  return createTotals()(resources);
}

/** `totalsOf` for a page that grows: a call costs what is new. */
export function createTotals(): (resources: readonly ResourceRecord[]) => readonly ResourceTotal[] {
  const update = growOver<ResourceRecord, Map<ResourceTotal['resourceType'], Sum>>(
    () => new Map([...RESOURCE_TYPES, 'total' as const, 'third-party' as const].map((name) => [name, emptySum()])),
    (sums, { url, resourceType, party, transferSize }) => {
      if (!isOnWire(url)) return;
      add(sums.get(resourceType), transferSize);
      add(sums.get('total'), transferSize);
      if (party === 'third') add(sums.get('third-party'), transferSize);
    },
  );
  return (resources) =>
    [...update(resources)].map(([resourceType, { requests, value, unknown }]) => ({
      resourceType,
      requests,
      transferSize: { value, unknown },
    }));
}

interface Sum {
  requests: number;
  value: number;
  unknown: number;
}

function emptySum(): Sum {
  return { requests: 0, value: 0, unknown: 0 };
}

function add(sum: Sum | undefined, size: Size): void {
  if (sum === undefined) return;
  sum.requests += 1;
  if (size.value === null) sum.unknown += 1;
  else sum.value += size.value;
}
