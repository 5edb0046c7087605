import type { ResourceRecord } from '../../model/resources.ts';
import type { Milliseconds } from '../../model/units.ts';
import { mergeByStart } from '../merge-by-start.ts';
import { isOnWire } from '../url.ts';

/** Elements whose request is a document of their own: https://w3c.github.io/resource-timing/#dom-performanceresourcetiming-initiatortype */
const CONTAINERS: ReadonlySet<string> = new Set(['iframe', 'frame', 'object', 'embed']);

/** A redirected document has another URL than its element asked for; both clocks begin the request at the same moment, nearly. */
const SAME_START_MS = 50;

/**
 * A page's requests with those of its frames. The document of a frame is in two timelines: as a request of the element in the
 * parent's, and as the navigation in its own, which knows its size and phases also across origins. The latter stays.
 */
export function mergeFrameDocuments(
  own: readonly ResourceRecord[],
  ofFrames: readonly ResourceRecord[],
): readonly ResourceRecord[] {
  const all = [...own, ...ofFrames];
  const documents = ofFrames.filter(({ initiatorType }) => initiatorType === 'navigation');
  const containers = all.filter(({ initiatorType }) => CONTAINERS.has(initiatorType));
  const asked = pair(documents, containers);
  const twice = new Set(asked.values());
  const requests = ofFrames
    .filter(({ url, initiatorType }) => initiatorType !== 'navigation' || isOnWire(url))
    .map((record) => {
      if (record.initiatorType !== 'navigation') return record;
      return { ...record, initiatorType: asked.get(record)?.initiatorType ?? 'iframe' };
    });
  const once = (records: readonly ResourceRecord[]) => records.filter((record) => !twice.has(record));
  const [page, rest] = own[0]?.initiatorType === 'navigation' ? [own.slice(0, 1), own.slice(1)] : [[], own];
  return [...page, ...mergeByStart(once(rest), once(requests))];
}

/** The request of an element for each document: the one with its URL that began nearest to it, else the one that began with it. */
function pair(
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
