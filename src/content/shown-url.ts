import { boundedUrl } from '../channel/clean-text.ts';

/** Where elements keep the URL of what they show; `href` is of SVG's `image`. */
interface Showing {
  readonly currentSrc?: unknown;
  readonly src?: unknown;
  readonly poster?: unknown;
  readonly data?: unknown;
  readonly href?: { readonly baseVal?: unknown };
}

/** Whether an element shows, or waits for, a file by its own attributes; `url` is written as in the log. */
export function showsUrl(element: Element, url: string): boolean {
  const { currentSrc, src, poster, data, href } = element as Showing;
  return [currentSrc, src, poster, data, absolute(href?.baseVal)].some(
    (shown) => isUrl(shown) && boundedUrl(shown) === url,
  );
}

/** Whether a file is in the background of an element. */
export function hasBackground(element: Element, url: string): boolean {
  const { backgroundImage } = getComputedStyle(element);
  return [...backgroundImage.matchAll(/url\("((?:[^"\\]|\\.)*)"\)/g)].some(
    ([, shown = '']) => boundedUrl(shown) === url,
  );
}

function absolute(value: unknown): string | null {
  return isUrl(value) && URL.canParse(value, document.baseURI) ? new URL(value, document.baseURI).href : null;
}

/** A form control named so hides its form's member. */
function isUrl(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}
