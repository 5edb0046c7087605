import type { Selector } from '../../model/entries.ts';
import type { ImageObservation } from '../../model/observations.ts';
import type { ResourceRecord } from '../../model/resources.ts';
import type { LayoutShiftRecord } from '../../model/timeline.ts';
import type { Milliseconds } from '../../model/units.ts';
import { firstIndexFrom } from '../first-index-from.ts';
import { formatMs } from '../format.ts';
import { growOver } from '../grow-over.ts';
import { mergeByStart } from '../merge-by-start.ts';
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

/** Something that arrived, whether or not it moved anything. */
export interface Arrival extends Omit<ShiftEvidence, 'before' | 'selector'> {
  readonly startTime: Milliseconds;
}

/** The images, fonts and frames of a page by the moment of their arrival. */
export function arrivals(resources: readonly ResourceRecord[]): readonly Arrival[] {
  return createArrivals()(resources);
}

/** `arrivals` for a page that grows: a call costs what is new, and a merge. */
export function createArrivals(): (resources: readonly ResourceRecord[]) => readonly Arrival[] {
  const update = growOver<ResourceRecord, { sorted: readonly Arrival[]; added: Arrival[] }>(
    () => ({ sorted: [], added: [] }),
    (state, resource) => {
      state.added.push(...arrivalsOf(resource));
    },
  );
  return (resources) => {
    const state = update(resources);
    state.sorted = mergeByStart(state.sorted, state.added);
    state.added = [];
    return state.sorted;
  };
}

/**
 * Prepares to look for causes among what arrived, with the census of the page's images: an image counts only when the census saw
 * that its place was not known before it was loaded. Evidence about an element that moved itself comes first, then what
 * arrived last.
 */
export function shiftEvidence(arrived: readonly Arrival[], images: readonly ImageObservation[]): EvidenceOf {
  const unsized = new Map<string, Selector>();
  for (const { name, sized, element } of images) if (!sized) unsized.set(name, element);
  return ({ startTime, sources }) => {
    const moved = new Set(sources.map(({ node }) => node));
    const found = between(arrived, startTime - LOOK_BACK_MS, startTime + TOLERANCE_MS).flatMap(
      ({ kind, url, startTime: at }): ShiftEvidence[] => {
        if (kind === 'image' && !unsized.has(url)) return [];
        const selector = kind === 'image' ? (unsized.get(url) ?? null) : null;
        return [{ kind, url, selector, before: Math.max(0, startTime - at) }];
      },
    );
    const isMoved = ({ selector }: ShiftEvidence) => Number(selector !== null && moved.has(selector));
    found.sort((a, b) => isMoved(b) - isMoved(a) || a.before - b.before || (a.url < b.url ? -1 : 1));
    const named = new Map(found.toReversed().map((evidence) => [evidence.url, evidence]));
    return found.filter((evidence) => named.get(evidence.url) === evidence).slice(0, MAX_CAUSES);
  };
}

function arrivalsOf(resource: ResourceRecord): readonly Arrival[] {
  const { url, frame, resourceType, initiatorType, startTime, duration, phases } = resource;
  // The element takes its place when it is inserted, which is when it is asked for.
  if (initiatorType === 'iframe') return [{ kind: 'iframe', url, startTime }];
  // What arrives inside a frame moves nothing outside.
  if (frame !== null || (resourceType !== 'font' && resourceType !== 'image')) return [];
  const end = startTime + duration;
  const whole = { kind: resourceType, url, startTime: end };
  // An image takes its place as soon as its first bytes say how large it is.
  const download = resourceType === 'image' ? (phases.download ?? 0) : 0;
  return download > 0 ? [{ ...whole, startTime: end - download }, whole] : [whole];
}

/** The part of a list in order of time that lies between two moments. */
function between(arrived: readonly Arrival[], from: Milliseconds, to: Milliseconds): readonly Arrival[] {
  const at = (arrival: Arrival) => arrival.startTime;
  return arrived.slice(firstIndexFrom(arrived, from, at), firstIndexFrom(arrived, to, at));
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
