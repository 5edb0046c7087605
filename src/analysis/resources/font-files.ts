import type { ResourceRecord } from '../../model/resources.ts';
import type { SizeTotal } from '../../model/size.ts';
import { growOver } from '../grow-over.ts';
import { fileExtension, isOnWire } from '../url.ts';

/** The font files of a page, each URL once: with the request that transferred the most. */
export interface FontFiles {
  readonly count: number;
  readonly transferSize: SizeTotal;
  /** Null when there is none. */
  readonly largest: ResourceRecord | null;
  /** Those in other formats than WOFF2, the largest first. */
  readonly oldFormats: readonly ResourceRecord[];
}

/** The fonts behind a page's requests. */
export function fontFiles(resources: readonly ResourceRecord[]): FontFiles {
  return createFontFiles()(resources);
}

/** `fontFiles` for a page that grows: a call costs what is new. */
export function createFontFiles(): (resources: readonly ResourceRecord[]) => FontFiles {
  const update = growOver<ResourceRecord, State>(emptyState, addFont);
  return (resources) => {
    const { byUrl, old, value, unknown, largest } = update(resources);
    const oldFormats = [...old.values()].sort(byWeight);
    return { count: byUrl.size, transferSize: { value, unknown }, largest, oldFormats };
  };
}

interface State {
  readonly byUrl: Map<string, ResourceRecord>;
  readonly old: Map<string, ResourceRecord>;
  value: number;
  unknown: number;
  largest: ResourceRecord | null;
}

function emptyState(): State {
  return { byUrl: new Map(), old: new Map(), value: 0, unknown: 0, largest: null };
}

function addFont(state: State, font: ResourceRecord): void {
  if (!isFont(font)) return;
  const { byUrl, old, largest } = state;
  const known = byUrl.get(font.url);
  if (known !== undefined && byWeight(known, font) <= 0) return;
  if (known !== undefined) count(state, known, -1);
  count(state, font, 1);
  byUrl.set(font.url, font);
  if (isOldFormat(font)) old.set(font.url, font);
  else old.delete(font.url);
  if (largest === null || byWeight(font, largest) < 0) state.largest = font;
}

function count(state: State, { transferSize }: ResourceRecord, times: 1 | -1): void {
  if (transferSize.value === null) state.unknown += times;
  else state.value += times * transferSize.value;
}

/** The most bytes on the wire first; unknown ones are less than none. */
function byWeight(a: ResourceRecord, b: ResourceRecord): number {
  const bytes = (b.transferSize.value ?? -1) - (a.transferSize.value ?? -1);
  return bytes || a.startTime - b.startTime || Number(a.url > b.url) - Number(a.url < b.url);
}

function isFont({ resourceType, url, status }: ResourceRecord): boolean {
  return resourceType === 'font' && isOnWire(url) && (status ?? 200) < 400;
}

const OLD_MIME = /(ttf|otf|sfnt|opentype|truetype|fontobject|woff)$/;
const OLD_EXTENSIONS: ReadonlySet<string> = new Set(['ttf', 'otf', 'eot', 'woff']);

/** The name decides where there is one: servers send fonts under any MIME type. */
function isOldFormat({ url, mimeType }: ResourceRecord): boolean {
  const extension = fileExtension(url);
  if (extension === 'woff2') return false;
  return OLD_EXTENSIONS.has(extension) || (mimeType !== null && OLD_MIME.test(mimeType));
}
