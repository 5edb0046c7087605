import type { ResourceRecord, ResourceType } from '../../model/resources.ts';
import { growOver } from '../grow-over.ts';
import { fileName, isOnWire } from '../url.ts';
import { type OriginRequests, type OriginTally, originOf, tallyOrigin } from './origin-requests.ts';
import { createFirstTransfers, createTransfers, type Transfers } from './transfers.ts';

/** The requests of a page by what rules look them up by. Lists hold requests in the order in which they became known. */
export interface RequestIndex {
  /** By URL. */
  readonly byUrl: ReadonlyMap<string, readonly ResourceRecord[]>;
  /** By URL, where there is more than one request. */
  readonly repeated: ReadonlyMap<string, Transfers>;
  /** Static files of the same name and the same two sizes, where they are under more than one URL. */
  readonly copies: ReadonlyMap<string, Transfers>;
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
  return { update: growOver<ResourceRecord, Tables>(emptyTables, add) };
}

interface Tables {
  readonly byUrl: Map<string, ResourceRecord[]>;
  readonly repeated: Map<string, Transfers>;
  /** What is under one URL so far. */
  readonly files: Map<string, ResourceRecord[]>;
  readonly copies: Map<string, Transfers>;
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
  else {
    same.push(resource);
    collect(repeated, url, same, createTransfers);
  }
  const file = fileKey(resource);
  if (file !== null) {
    const known = files.get(file);
    if (known === undefined) files.set(file, [resource]);
    // All before are of one URL, or it is among the copies already.
    else if (copies.has(file)) copies.get(file)?.add(resource);
    else {
      known.push(resource);
      if (known[0]?.url !== url) collect(copies, file, known, createFirstTransfers);
    }
  }
  const origin = originOf(url);
  const tally = byOrigin.get(origin) ?? tallyOrigin(resource);
  byOrigin.set(origin, tally);
  tally.add(resource);
}

/** Adds the last of some requests to their transfers, or all of them to new ones. */
function collect(
  table: Map<string, Transfers>,
  key: string,
  requests: readonly ResourceRecord[],
  create: () => Transfers,
): void {
  const known = table.get(key);
  const transfers = known ?? create();
  if (known === undefined) table.set(key, transfers);
  for (const request of known === undefined ? requests : requests.slice(-1)) transfers.add(request);
}

/** Equal for two responses that are, in all likelihood, the same file; null where there is nothing to tell by. */
function fileKey({ url, resourceType, encodedBodySize, decodedBodySize, status }: ResourceRecord): string | null {
  const size = decodedBodySize.value ?? 0;
  if (size < MIN_COPY_BYTES || !STATIC_TYPES.has(resourceType) || (status ?? 200) >= 300) return null;
  const name = fileName(url);
  return name === '' ? null : `${name} ${encodedBodySize.value} ${size}`;
}
