import type { ResourceRecord } from '../../model/resources.ts';
import type { Bytes } from '../../model/units.ts';
import { growOver } from '../grow-over.ts';
import { fileName, isOnWire } from '../url.ts';

/** A kind of bundle that every page of a site needs. */
export type BundleKind = 'main' | 'libraries' | 'styles';

/** The files of the bundle of one kind, each URL once: with the request that transferred the most. */
export interface BundleFiles {
  readonly kind: BundleKind;
  readonly count: number;
  /** Of all files on the wire; what came out of a cache counts with its body, which a first visit transfers. */
  readonly bytes: Bytes;
  readonly largest: ResourceRecord;
}

/** Names as Vite, webpack, Angular, Vue and Next.js give them: stem, then a hash or a version. */
const NAMES: readonly (readonly [BundleKind, RegExp])[] = [
  ['main', /^(main|index|app|bundle)\b(?=[-._]).*\.m?js$/i],
  ['libraries', /^(vendors?|chunk-vendors|vendor-bundle|libs?|framework|polyfills)\b(?=[-._~]).*\.m?js$/i],
  ['styles', /^(main|index|app|styles?|site|bundle)\b(?=[-._]).*\.css$/i],
];

/** The bundles among a page's requests, for a page that grows: a call costs what is new. */
export function createBundleFiles(): (resources: readonly ResourceRecord[]) => readonly BundleFiles[] {
  const update = growOver<ResourceRecord, Map<BundleKind, Bundle>>(() => new Map(), addFile);
  return (resources) =>
    [...update(resources)].map(([kind, { byUrl, bytes, largest }]) => ({
      kind,
      count: byUrl.size,
      bytes,
      largest: largest.file,
    }));
}

interface BundleFile {
  readonly file: ResourceRecord;
  readonly size: Bytes;
}

interface Bundle {
  readonly byUrl: Map<string, BundleFile>;
  bytes: Bytes;
  largest: BundleFile;
}

function addFile(bundles: Map<BundleKind, Bundle>, file: ResourceRecord): void {
  const kind = kindOf(file);
  const size = kind === null ? null : fileBytes(file);
  if (kind === null || size === null) return;
  const added = { file, size };
  const bundle = bundles.get(kind);
  if (bundle === undefined) {
    bundles.set(kind, { byUrl: new Map([[file.url, added]]), bytes: size, largest: added });
    return;
  }
  const known = bundle.byUrl.get(file.url);
  if (known !== undefined && bySize(known, added) <= 0) return;
  bundle.byUrl.set(file.url, added);
  bundle.bytes += size - (known?.size ?? 0);
  if (bySize(added, bundle.largest) < 0) bundle.largest = added;
}

/** The largest first, in an order that does not ask which came first. */
function bySize(a: BundleFile, b: BundleFile): number {
  const { file: one } = a;
  const { file: other } = b;
  return (
    b.size - a.size || one.startTime - other.startTime || Number(one.url > other.url) - Number(one.url < other.url)
  );
}

/** Null when the file belongs to none. */
function kindOf({ resourceType, url }: ResourceRecord): BundleKind | null {
  if ((resourceType !== 'script' && resourceType !== 'stylesheet') || !isOnWire(url)) return null;
  const name = fileName(url);
  return NAMES.find(([, pattern]) => pattern.test(name))?.[0] ?? null;
}

function fileBytes({ delivery, transferSize, encodedBodySize }: ResourceRecord): Bytes | null {
  return delivery === 'network' ? transferSize.value : (encodedBodySize.value ?? transferSize.value);
}
