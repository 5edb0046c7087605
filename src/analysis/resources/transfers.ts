import type { ResourceRecord } from '../../model/resources.ts';
import type { Bytes } from '../../model/units.ts';

/** Requests for one thing that went over the network, as they come. */
export interface Transfers {
  /** By start time, then URL. The list grows: read it, don't keep it. */
  readonly requests: readonly ResourceRecord[];
  /** What is known of their bytes on the wire. */
  readonly bytes: Bytes;
  add(resource: ResourceRecord): void;
}

/** Transfers of one URL that read: GET, and neither a frame's document nor a beacon, which are their own business. */
export function createTransfers(): Transfers {
  return transfers((requests, resource) => {
    if (!isRead(resource)) return 0;
    insert(requests, resource);
    return bytesOf(resource);
  });
}

/** The first transfer under each URL of one file. */
export function createFirstTransfers(): Transfers {
  const byUrl = new Map<string, ResourceRecord>();
  return transfers((requests, resource) => {
    const known = byUrl.get(resource.url);
    if (known !== undefined) {
      if (order(known, resource) <= 0) return 0;
      requests.splice(requests.indexOf(known), 1);
    }
    byUrl.set(resource.url, resource);
    insert(requests, resource);
    return bytesOf(resource) - (known === undefined ? 0 : bytesOf(known));
  });
}

/** `take` puts a request that went over the network into the list where it belongs there, and answers how many bytes are new. */
function transfers(take: (requests: ResourceRecord[], resource: ResourceRecord) => Bytes): Transfers {
  const requests: ResourceRecord[] = [];
  let bytes = 0;
  return {
    requests,
    get bytes() {
      return bytes;
    },
    add(resource) {
      if (isFetched(resource)) bytes += take(requests, resource);
    },
  };
}

/** Nearly always at the end, since requests become known in the order in which they end. */
function insert(sorted: ResourceRecord[], resource: ResourceRecord): void {
  const at = sorted.findLastIndex((other) => order(other, resource) <= 0) + 1;
  sorted.splice(at, 0, resource);
}

/** It must not hang on when which request became known. */
function order(a: ResourceRecord, b: ResourceRecord): number {
  const bytes = bytesOf(a) - bytesOf(b);
  return a.startTime - b.startTime || Number(a.url > b.url) - Number(a.url < b.url) || a.duration - b.duration || bytes;
}

function isFetched({ delivery, status, redirectedTo }: ResourceRecord): boolean {
  return delivery === 'network' && redirectedTo === null && (status ?? 200) < 400;
}

/** Methods are known with DevTools only. */
function isRead({ method, resourceType, initiatorType }: ResourceRecord): boolean {
  return (
    (method ?? 'GET') === 'GET' && resourceType !== 'document' && initiatorType !== 'beacon' && initiatorType !== 'ping'
  );
}

function bytesOf({ transferSize }: ResourceRecord): Bytes {
  return transferSize.value ?? 0;
}
