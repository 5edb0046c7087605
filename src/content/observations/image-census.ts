import { boundedUrl } from '../../channel/clean-text.ts';
import { selectorOf } from '../selector.ts';
import type { Note } from './note.ts';

/** Images that are looked at, in the order of the document, and how many of them are noted, the largest first. */
const MAX_OBSERVED = 1000;
const MAX_NOTED = 200;

/** Wraps work whose time counts as our own. */
export type Timed = <T = unknown>(work: (value: T) => void) => (value: T) => void;

/**
 * Notes the images of the document with their natural and displayed size, all with the same `startTime`. One pass of an
 * IntersectionObserver, which tells what the last layout knew, so none is forced; it answers with the next frame, in a hidden
 * page once it is shown.
 */
export function takeImageCensus(note: Note, timed: Timed): void {
  // The document itself comes first: it lies above the viewport by as much as the page is scrolled.
  const targets = [document.documentElement, ...[...document.images].slice(0, MAX_OBSERVED)];
  const observer = new IntersectionObserver(
    timed(([page, ...images]: IntersectionObserverEntry[]) => {
      observer.disconnect();
      const now = performance.now();
      const places = images.map(({ target, boundingClientRect: place }) => ({
        image: target as HTMLImageElement,
        place,
        area: place.width * place.height,
      }));
      places.sort((a, b) => b.area - a.area);
      for (const { image, place } of places.slice(0, MAX_NOTED)) {
        noteImage(note, image, place, page?.boundingClientRect, now);
      }
    }),
  );
  for (const target of targets) observer.observe(target);
}

function noteImage(note: Note, image: HTMLImageElement, place: DOMRect, page: DOMRect | undefined, now: number): void {
  const { naturalWidth, naturalHeight, loading, fetchPriority } = image;
  const { width, height } = place;
  const x = place.x - (page?.x ?? 0);
  const y = place.y - (page?.y ?? 0);
  const members = {
    element: selectorOf(image),
    naturalWidth,
    naturalHeight,
    width,
    height,
    loading,
    ...(fetchPriority && { fetchPriority }),
    inViewport: width * height > 0 && x < innerWidth && y < innerHeight && x + width > 0 && y + height > 0,
    sized: isSized(image),
  };
  note('image', boundedUrl(image.currentSrc || image.src), members, now);
}

/** The attributes `width` and `height` are an aspect ratio too (https://html.spec.whatwg.org/#map-to-the-aspect-ratio-property). */
function isSized(image: HTMLImageElement): boolean {
  if (getComputedStyle(image).aspectRatio !== 'auto') return true;
  // Unlike `getComputedStyle`, this tells what the styles say and not how it came out. Firefox does not have it.
  const styles = image.computedStyleMap?.();
  return !!styles && ['width', 'height'].every((side) => String(styles.get(side)) !== 'auto');
}
