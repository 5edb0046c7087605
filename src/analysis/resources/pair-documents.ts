import type { ResourceRecord } from '../../model/resources.ts';
import type { Milliseconds } from '../../model/units.ts';

/** Elements whose request is a document of their own: https://w3c.github.io/resource-timing/#dom-performanceresourcetiming-initiatortype */
const CONTAINERS: ReadonlySet<string> = new Set(['iframe', 'frame', 'object', 'embed']);

/** A redirected document has another URL than its element asked for; both clocks begin the request at the same moment, nearly. */
const SAME_START_MS = 50;

/** Whether this is a document as its own timeline knows it. */
export function isDocument({ initiatorType }: ResourceRecord): boolean {
  return initiatorType === 'navigation';
}

/** Whether this is a document as the timeline of its parent knows it: the request of an element. */
export function isContainer({ initiatorType }: ResourceRecord): boolean {
  return CONTAINERS.has(initiatorType);
}

/** The request of an element for each document: the one with its URL that began nearest to it, else the one that began with it. */
export function pairDocuments(
  documents: readonly ResourceRecord[],
  containers: readonly ResourceRecord[],
): ReadonlyMap<ResourceRecord, ResourceRecord> {
  const free = new Set(containers);
  const pairs = new Map<ResourceRecord, ResourceRecord>();
  const choose = (fits: (container: ResourceRecord, apart: Milliseconds, url: string) => boolean): void => {
    for (const document of documents) {
      if (pairs.has(document)) continue;
      const apart = ({ startTime }: ResourceRecord) => Math.abs(startTime - document.startTime);
      const [nearest] = [...free]
        .filter((container) => fits(container, apart(container), document.url))
        .toSorted((a, b) => apart(a) - apart(b));
      if (nearest === undefined) continue;
      pairs.set(document, nearest);
      free.delete(nearest);
    }
  };
  choose(({ url }, _, documentUrl) => url === documentUrl);
  choose((_, apart) => apart <= SAME_START_MS);
  return pairs;
}
