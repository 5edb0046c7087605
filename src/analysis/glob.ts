import { fileName, parseUrl } from './url.ts';

/** Whether `text` as a whole matches `pattern`, in which `*` is any run of characters (also none) and nothing else is special. */
export function matchesGlob(pattern: string, text: string): boolean {
  const parts = pattern.split('*');
  const [head = '', ...rest] = parts;
  const tail = rest.pop();
  if (tail === undefined) return text === pattern;
  if (!text.startsWith(head)) return false;
  // Leftmost matches suffice for the middle parts; the tail must then still fit behind them. No regular expression: linear.
  let from = head.length;
  for (const part of rest) {
    const found = text.indexOf(part, from);
    if (found < 0) return false;
    from = found + part.length;
  }
  return text.length - tail.length >= from && text.endsWith(tail);
}

/**
 * Whether a page's URL matches a budget's `match`: a glob over origin, path and search; one that starts with a slash is matched
 * against path and search of any host. The fragment does not count.
 */
export function matchesPage(pattern: string, url: string): boolean {
  const parts = parseUrl(url);
  if (parts === null) return pattern === '*';
  const local = `${parts.path}${parts.search}`;
  return matchesGlob(pattern, pattern.startsWith('/') ? local : `${parts.origin || parts.scheme}${local}`);
}

/** Whether a resource's URL matches a file pattern: the whole path when the pattern has a slash, else its last segment. */
export function matchesFile(pattern: string, url: string): boolean {
  if (!pattern.includes('/')) return matchesGlob(pattern, fileName(url));
  return matchesGlob(pattern, parseUrl(url)?.path ?? url);
}
