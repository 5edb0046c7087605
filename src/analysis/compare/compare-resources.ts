import type { ResourceRecord, ResourceType } from '../../model/resources.ts';
import type { Bytes } from '../../model/units.ts';
import { isOnWire } from '../url.ts';
import { byText, pairs } from './change.ts';
import { resourceKey } from './resource-key.ts';

/** The requests of one file in a page load. */
export interface ComparedResource {
  readonly url: string;
  readonly resourceType: ResourceType;
  readonly requests: number;
  /** Of the files as they are sent, wherever they came from; null when one of them is not known. */
  readonly size: Bytes | null;
}

/** A file that only one of two page loads has, or whose size differs. */
export interface ResourceChange {
  readonly kind: 'added' | 'removed' | 'grown' | 'shrunk';
  /** Names it in both. */
  readonly key: string;
  readonly a: ComparedResource | null;
  readonly b: ComparedResource | null;
  /** How much more the second sends; null when a size is not known. */
  readonly difference: Bytes | null;
}

/** The largest differences first, then what is not known. A file that was built anew under another name is the same file. */
export function compareResources(
  a: readonly ResourceRecord[],
  b: readonly ResourceRecord[],
): readonly ResourceChange[] {
  const changes = matched(filesOf(a), filesOf(b)).flatMap((pair) => changeOf(pair) ?? []);
  const weight = ({ difference }: ResourceChange) => (difference === null ? -1 : Math.abs(difference));
  return changes.toSorted((x, y) => weight(y) - weight(x) || byText(x.key, y.key) || byText(urlsOf(x), urlsOf(y)));
}

function urlsOf({ a, b }: ResourceChange): string {
  return [a?.url ?? '', b?.url ?? ''].sort().join(' ');
}

type Pair = Pick<ResourceChange, 'key' | 'a' | 'b'>;

function changeOf({ key, a, b }: Pair): ResourceChange | null {
  if (a === null || b === null) {
    const size = b === null ? negative(a?.size ?? null) : b.size;
    return { kind: b === null ? 'removed' : 'added', key, a, b, difference: size };
  }
  if (a.size === null || b.size === null || a.size === b.size) return null;
  return { kind: b.size > a.size ? 'grown' : 'shrunk', key, a, b, difference: b.size - a.size };
}

function negative(size: Bytes | null): Bytes | null {
  return size === null ? null : 0 - size;
}

const DOCUMENT = 'the document';

/** Files by URL; the page itself is one file whatever its URL. */
function filesOf(resources: readonly ResourceRecord[]): ReadonlyMap<string, ComparedResource> {
  const files = new Map<string, ComparedResource>();
  for (const { url, resourceType, initiatorType, encodedBodySize, frame } of resources) {
    if (!isOnWire(url)) continue;
    const key = initiatorType === 'navigation' && frame === null ? DOCUMENT : url;
    const known = files.get(key);
    const size = encodedBodySize.value;
    if (!known) files.set(key, { url, resourceType, requests: 1, size });
    else {
      const sum = known.size === null || size === null ? null : known.size + size;
      files.set(key, { ...known, requests: known.requests + 1, size: sum });
    }
  }
  return files;
}

/** Files of the same URL, then of the rest those that are the only ones of their key in both. */
function matched(a: ReadonlyMap<string, ComparedResource>, b: ReadonlyMap<string, ComparedResource>): readonly Pair[] {
  const all = pairs(a, b);
  const loneOf = (files: readonly (ComparedResource | null)[]) => onlyOnes(files.filter((file) => file !== null));
  const gone = loneOf(all.filter((pair) => pair.b === null).map((pair) => pair.a));
  const came = loneOf(all.filter((pair) => pair.a === null).map((pair) => pair.b));
  return all.flatMap((pair): readonly Pair[] => {
    if (pair.a !== null && pair.b !== null) return [pair];
    const key = resourceKey((pair.a ?? pair.b)?.url ?? '');
    const [before, after] = [gone.get(key), came.get(key)];
    if (!before || !after) return [pair];
    return pair.a === null ? [] : [{ key, a: before, b: after }];
  });
}

/** Files by key, where a key has but one. */
function onlyOnes(files: readonly ComparedResource[]): ReadonlyMap<string, ComparedResource> {
  const counts = new Map<string, number>();
  for (const { url } of files) counts.set(resourceKey(url), (counts.get(resourceKey(url)) ?? 0) + 1);
  return new Map(files.map((file) => [resourceKey(file.url), file] as const).filter(([key]) => counts.get(key) === 1));
}
