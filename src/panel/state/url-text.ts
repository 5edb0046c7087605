import { plainText } from './plain-text.ts';

/** A data: URL holds its whole content; its beginning says what it is. */
const MAX_NAME = 80;

/** Path and search of a URL, which tell page loads of one site apart; other origins than `origin` keep their host. */
export function relativeUrl(url: string, origin: string | null = null): string {
  if (!URL.canParse(url)) return plainText(url);
  const { host, pathname, search, protocol, origin: own } = new URL(url);
  if (protocol !== 'http:' && protocol !== 'https:') return plainText(url);
  return origin === null || own === origin ? pathname + search : host + pathname + search;
}

/**
 * The last part of a URL's path with its search, in letters, as browsers' network panels name a request; the host when the path
 * is empty.
 */
export function requestName(url: string): string {
  if (!URL.canParse(url)) return plainText(url);
  const { host, pathname, search, protocol } = new URL(url);
  if (protocol !== 'http:' && protocol !== 'https:') return plainText(url.slice(0, MAX_NAME));
  const last = pathname.split('/').findLast((part) => part !== '');
  return last === undefined ? host + search : decoded(last + search);
}

/** In the letters that it stands for, where it stands for any. */
function decoded(name: string): string {
  try {
    return plainText(decodeURI(name));
  } catch {
    return name;
  }
}
