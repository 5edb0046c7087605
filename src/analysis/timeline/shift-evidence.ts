import type { Selector } from '../../model/entries.ts';
import type { ImageObservation } from '../../model/observations.ts';
import type { ResourceRecord } from '../../model/resources.ts';
import type { LayoutShiftRecord } from '../../model/timeline.ts';
import type { Milliseconds } from '../../model/units.ts';
import { firstIndexFrom } from '../first-index-from.ts';
import { formatMs } from '../format.ts';
import { shortUrl } from '../url.ts';

/** Something that arrived shortly before a shift and is known to move content when it does. */
export interface ShiftEvidence {
  readonly kind: 'image' | 'font' | 'iframe';
  readonly url: string;
  /** The element, where it is known. */
  readonly selector: Selector;
  /** How long before the shift it had arrived. */
  readonly before: Milliseconds;
}

/** What may have caused a shift, the likeliest first, at most three. */
export type EvidenceOf = (shift: LayoutShiftRecord) => readonly ShiftEvidence[];

/** Causes are looked for so long before the shift, and no more than so many: as DevTools' layout shift insight does. */
const LOOK_BACK_MS = 500;
const MAX_CAUSES = 3;

/** A shift is dated with the frame that showed it, an arrival with its last byte; clocks are rounded. */
const TOLERANCE_MS = 1;

interface Arrival extends Omit<ShiftEvidence, 'before'> {
  readonly at: Milliseconds;
}

/**
 * Prepares to look for causes among the page's requests and the census of its images. An image counts only when the census saw
 * that its place was not known before it was loaded. Evidence about an element that moved itself comes first, then what
 * arrived last.
 */
export function shiftEvidence(resources: readonly ResourceRecord[], images: readonly ImageObservation[]): EvidenceOf {
  const unsized = new Map<string, Selector>();
  for (const { name, sized, element } of images) if (!sized) unsized.set(name, element);
  const arrivals = resources.flatMap((record) => arrivalOf(record, unsized)).sort((a, b) => a.at - b.at);
  return ({ startTime, sources }) => {
    const moved = new Set(sources.map(({ node }) => node));
    const isMoved = ({ selector }: Arrival) => Number(selector !== null && moved.has(selector));
    return between(arrivals, startTime - LOOK_BACK_MS, startTime + TOLERANCE_MS)
      .toSorted((a, b) => isMoved(b) - isMoved(a) || b.at - a.at)
      .slice(0, MAX_CAUSES)
      .map(({ at, ...arrival }) => ({ ...arrival, before: Math.max(0, startTime - at) }));
  };
}

function arrivalOf(
  { url, frame, resourceType, initiatorType, startTime, duration }: ResourceRecord,
  unsized: ReadonlyMap<string, Selector>,
): readonly Arrival[] {
  const at = startTime + duration;
  // The element takes its place when it is inserted, which is when it is asked for.
  if (initiatorType === 'iframe') return [{ kind: 'iframe', url, selector: null, at: startTime }];
  // What arrives inside a frame moves nothing outside.
  if (frame !== null) return [];
  if (resourceType === 'font') return [{ kind: 'font', url, selector: null, at }];
  const selector = resourceType === 'image' ? unsized.get(url) : undefined;
  return selector === undefined ? [] : [{ kind: 'image', url, selector, at }];
}

/** The part of a list in order of time that lies between two moments. */
function between(arrivals: readonly Arrival[], from: Milliseconds, to: Milliseconds): readonly Arrival[] {
  const at = (arrival: Arrival) => arrival.at;
  return arrivals.slice(firstIndexFrom(arrivals, from, at), firstIndexFrom(arrivals, to, at));
}

/** The likeliest cause and what to do about it, then the others by name. */
export function evidenceText([likely, ...others]: readonly ShiftEvidence[]): string {
  if (likely === undefined) return '';
  const also = others.length === 0 ? '' : ` Also just before: ${others.map(({ url }) => shortUrl(url)).join(', ')}.`;
  return `${likelyText(likely)}${also}`;
}

function likelyText({ kind, url, selector, before }: ShiftEvidence): string {
  const name = shortUrl(url);
  const ago = `${formatMs(before)} before`;
  switch (kind) {
    case 'image':
      return `The image ${name}${selector === null ? '' : ` (${selector})`}, for which no place was kept, arrived ${ago}: give it width and height.`;
    case 'font':
      return `The font ${name} arrived ${ago} and changed the text: preload it, and give the fallback font matching metrics (size-adjust).`;
    case 'iframe':
      return `The frame of ${name} was inserted ${ago}: keep its place with a fixed height.`;
  }
}
