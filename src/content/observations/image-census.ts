import { boundedUrl } from '../clean-text.ts';
import { selectorOf } from '../selector.ts';
import type { Note } from './note.ts';

/** Images that are looked at, in the order of the document, and how many of them are noted, the largest first. */
const MAX_OBSERVED = 1000;
const MAX_NOTED = 200;

/** What an observer of intersections tells of an element, read without forcing a layout. */
type Seen = Pick<IntersectionObserverEntry, 'target' | 'boundingClientRect'>;

/**
 * Notes the images of the document with their natural and displayed size, all with the same `startTime`. One pass of an
 * IntersectionObserver, which tells what the last layout knew, so none is forced; it answers with the next frame, in a hidden
 * page once it is shown. `timed` wraps the work that it does then.
 */
export function takeImageCensus(note: Note, timed: <T>(work: (value: T) => void) => (value: T) => void): void {
  const page = document.documentElement;
  const observer = new IntersectionObserver(
    timed((entries: readonly Seen[]) => {
      observer.disconnect();
      const now = performance.now();
      const origin = entries.find(({ target }) => target === page)?.boundingClientRect ?? new DOMRect();
      const images = entries.filter(({ target }) => target !== page);
      images.sort((a, b) => area(b) - area(a));
      for (const { target, boundingClientRect } of images.slice(0, MAX_NOTED)) {
        noteImage(note, target as HTMLImageElement, boundingClientRect, origin, now);
      }
    }),
  );
  for (const element of [page, ...[...document.images].slice(0, MAX_OBSERVED)]) observer.observe(element);
}

/** `origin` is where the document begins: above the viewport by as much as the page is scrolled. */
function noteImage(note: Note, image: HTMLImageElement, place: DOMRectReadOnly, origin: DOMRectReadOnly, now: number) {
  const { naturalWidth, naturalHeight, loading, fetchPriority } = image;
  const { width, height } = place;
  const left = place.left - origin.left;
  const top = place.top - origin.top;
  const inViewport =
    width * height > 0 && left < innerWidth && top < innerHeight && left + width > 0 && top + height > 0;
  note(
    'image',
    boundedUrl(image.currentSrc || image.src),
    {
      element: selectorOf(image),
      naturalWidth,
      naturalHeight,
      width,
      height,
      loading,
      ...(fetchPriority && { fetchPriority }),
      inViewport,
      sized: isSized(image),
    },
    now,
  );
}

/** The attributes `width` and `height` are an aspect ratio too (https://html.spec.whatwg.org/#map-to-the-aspect-ratio-property). */
function isSized(image: HTMLImageElement): boolean {
  if (getComputedStyle(image).aspectRatio !== 'auto') return true;
  // Unlike `getComputedStyle`, this tells what the styles say and not how it came out. Firefox does not have it.
  const styles = image.computedStyleMap?.();
  return !!styles && ['width', 'height'].every((side) => String(styles.get(side)) !== 'auto');
}

function area({ boundingClientRect: { width, height } }: Seen): number {
  return width * height;
}
