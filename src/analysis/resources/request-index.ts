import type { ResourceRecord, ResourceType } from '../../model/resources.ts';
import { changedWindow } from '../changed-window.ts';
import { fileName, isOnWire } from '../url.ts';
import { type OriginRequests, type OriginTally, originOf, tallyOrigin } from './origin-requests.ts';

/** The requests of a page by what rules look them up by. Lists hold requests in the order in which they became known. */
export interface RequestIndex {
  /** By URL. */
  readonly byUrl: ReadonlyMap<string, readonly ResourceRecord[]>;
  /** Of `byUrl` those with more than one request. */
  readonly repeated: ReadonlyMap<string, readonly ResourceRecord[]>;
  /** Requests for static files of the same name and the same two sizes, where they are under more than one URL. */
  readonly copies: ReadonlyMap<string, readonly ResourceRecord[]>;
  readonly byOrigin: ReadonlyMap<string, { readonly counts: OriginRequests }>;
}

/** Keeps an index that grows with the page. */
export interface GrowingRequestIndex {
  /** The index of all these requests, at the cost of what changed since the last call. It grows on: read it, don't keep it. */
  update(resources: readonly ResourceRecord[]): RequestIndex;
}

/** Body bytes of a file below which an equal size says nothing. */
const MIN_COPY_BYTES = 1000;

/** Files whose bytes are the same for everybody; what a script asks for may well be of equal size by chance. */
export const STATIC_TYPES: ReadonlySet<ResourceType> = new Set(['script', 'stylesheet', 'image', 'media', 'font']);

/** The index of these requests. */
export function indexRequests(resources: readonly ResourceRecord[]): RequestIndex {
  return createRequestIndex().update(resources);
}

/** An empty index. */
export function createRequestIndex(): GrowingRequestIndex {
  let before: readonly ResourceRecord[] = [];
  let tables = emptyTables();
  return {
    update(resources) {
      const { from, toBefore, toAfter } = changedWindow(before, resources);
      const known = new Set(before.slice(from, toBefore));
      const changed = resources.slice(from, toAfter);
      const added = known.size === 0 ? changed : changed.filter((resource) => !known.has(resource));
      // A record that is gone was replaced by a better one, as by the network log's while DevTools are open: all is sorted in anew.
      if (changed.length - added.length < known.size) {
        tables = emptyTables();
        for (const resource of resources) add(tables, resource);
      } else for (const resource of added) add(tables, resource);
      before = resources;
      return tables;
    },
  };
}

interface Tables {
  readonly byUrl: Map<string, ResourceRecord[]>;
  readonly repeated: Map<string, ResourceRecord[]>;
  readonly files: Map<string, ResourceRecord[]>;
  readonly copies: Map<string, ResourceRecord[]>;
  readonly byOrigin: Map<string, OriginTally>;
}

function emptyTables(): Tables {
  return { byUrl: new Map(), repeated: new Map(), files: new Map(), copies: new Map(), byOrigin: new Map() };
}

function add({ byUrl, repeated, files, copies, byOrigin }: Tables, resource: ResourceRecord): void {
  const { url } = resource;
  if (!isOnWire(url)) return;
  const same = byUrl.get(url);
  if (same === undefined) byUrl.set(url, [resource]);
  else repeated.set(url, same);
  same?.push(resource);
  const file = fileKey(resource);
  if (file !== null) {
    const known = files.get(file);
    if (known === undefined) files.set(file, [resource]);
    else {
      known.push(resource);
      // All before are of one URL, or it is among the copies already.
      if (known[0]?.url !== url) copies.set(file, known);
    }
  }
  const origin = originOf(url);
  const tally = byOrigin.get(origin) ?? tallyOrigin(resource);
  byOrigin.set(origin, tally);
  tally.add(resource);
}

/** Equal for two responses that are, in all likelihood, the same file; null where there is nothing to tell by. */
function fileKey({ url, resourceType, encodedBodySize, decodedBodySize, status }: ResourceRecord): string | null {
  const size = decodedBodySize.value ?? 0;
  if (size < MIN_COPY_BYTES || !STATIC_TYPES.has(resourceType) || (status ?? 200) >= 300) return null;
  const name = fileName(url);
  return name === '' ? null : `${name} ${encodedBodySize.value} ${size}`;
}
