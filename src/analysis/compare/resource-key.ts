import { urlPattern } from '../budgets/url-pattern.ts';
import { fileName } from '../url.ts';

/** What follows a dot, dash or underscore and may be a hash of the content. */
const PART = /([.\-_])([\w-]{6,})(?=\.[a-z0-9]+$|\.min\.)/i;

/**
 * What stays of a resource's URL when it is built anew: ids, the search and the hash in its file's name are left out.
 * `https://shop.example/assets/main-4f3a2b1c.js?v=7` is `https://shop.example/assets/main-*.js`.
 */
export function resourceKey(url: string): string {
  const end = url.search(/[?#]/);
  const plain = end < 0 ? url : url.slice(0, end);
  const name = fileName(plain);
  const stable = name.replace(PART, (whole, separator: string, part: string) =>
    isHash(part) ? `${separator}*` : whole,
  );
  return urlPattern(plain.slice(0, plain.length - name.length) + stable);
}

/** Words have no digits among their letters, and not several capitals. */
function isHash(part: string): boolean {
  return /\d/.test(part) || ((part.match(/[A-Z]/g)?.length ?? 0) > 1 && /[a-z]/.test(part));
}
