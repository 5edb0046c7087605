/** The parts of an absolute URL that analysis looks at. */
export interface UrlParts {
  /** With the colon, lower case: `https:`. */
  readonly scheme: string;
  /** `scheme://host:port`; empty for URLs without a host (`data:`, `blob:`). */
  readonly origin: string;
  /** Host name without port; empty when there is none. */
  readonly hostname: string;
  readonly path: string;
  /** With the question mark, or empty. */
  readonly search: string;
}

const ABSOLUTE = /^([a-z][a-z0-9+.-]*:)(?:\/\/(?:[^/?#@]*@)?(\[[^\]]*\]|[^/?#:]*)(:\d+)?)?([^?#]*)(\?[^#]+)?/i;

/**
 * Splits an absolute URL as a browser wrote it (already normalised: lower-case host, no default port). The compiler keeps DOM
 * and Node globals out of analysis, so that it runs unchanged in both; `URL` is one of them. Null when it is not absolute.
 */
export function parseUrl(url: string): UrlParts | null {
  const match = ABSOLUTE.exec(url);
  if (match === null) return null;
  const [, scheme = '', hostname = '', port = '', path = '', search = ''] = match;
  const origin = hostname === '' ? '' : `${scheme.toLowerCase()}//${hostname.toLowerCase()}${port}`;
  return { scheme: scheme.toLowerCase(), origin, hostname: hostname.toLowerCase(), path, search };
}

/** Whether the URL is fetched over HTTP; `data:`, `blob:` and extension URLs never reach the wire. */
export function isOnWire(url: string): boolean {
  return url.startsWith('https:') || url.startsWith('http:');
}

/** The last path segment (`main.4f2a.js`), empty for a path that ends in a slash. */
export function fileName(url: string): string {
  const end = url.search(/[?#]/);
  const path = end < 0 ? url : url.slice(0, end);
  const slash = path.lastIndexOf('/');
  return path.startsWith('//', slash - 1) ? '' : path.slice(slash + 1);
}

/** The file extension in lower case without its dot, empty when the last path segment has none. */
export function fileExtension(url: string): string {
  const name = fileName(url);
  const dot = name.lastIndexOf('.');
  return dot <= 0 ? '' : name.slice(dot + 1).toLowerCase();
}

/** What to call a resource in a sentence: its file name, else host and path; cut to 80 characters. */
export function shortUrl(url: string): string {
  const parts = parseUrl(url);
  const short = parts === null || parts.hostname === '' ? url : fileName(url) || `${parts.hostname}${parts.path}`;
  return short.length > MAX_SHORT_URL ? `${short.slice(0, MAX_SHORT_URL - 1).replace(HALF, '')}…` : short;
}

/** A data: URL or a generated file name would drown the sentence that it stands in. */
const MAX_SHORT_URL = 80;

/** What a cut leaves of a character outside the basic plane. */
const HALF = /[\uD800-\uDBFF]$/;
