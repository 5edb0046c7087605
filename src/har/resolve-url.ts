/** RFC 3986 appendix B; every part is optional, so everything matches. */
const PARTS = /^(?:([a-z][a-z0-9+.-]*):)?(?:\/\/([^/?#]*))?([^?#]*)(\?[^#]*)?/i;
const DEFAULT_PORTS: Readonly<Record<string, string>> = { http: ':80', https: ':443' };

/**
 * Where a `Location` leads from `base` (RFC 3986, 5.2), written as browsers write URLs, without its fragment. Null when that is no
 * http(s) URL. HAR is read where there is no `URL` class too.
 */
export function resolveUrl(location: string, base: string): string | null {
  // Browsers skip these blanks, and read a backslash as a slash.
  const text = location
    .replace(/^[\s\p{Cc}]+|[\s\p{Cc}]+$|[\t\n\r]/gu, '')
    .replace(/^[^?#]*/, (path) => path.replaceAll('\\', '/'));
  const [, ownScheme, ownAuthority, ownPath = '', ownQuery = ''] = PARTS.exec(text) ?? [];
  const [, baseScheme = '', baseAuthority = '', basePath = '', baseQuery = ''] = PARTS.exec(base) ?? [];
  const scheme = (ownScheme ?? baseScheme).toLowerCase();
  const defaultPort = DEFAULT_PORTS[scheme];
  const authority = ownAuthority ?? (ownScheme === undefined ? baseAuthority : '');
  if (defaultPort === undefined || authority === '') return null;
  const inherits = ownScheme === undefined && ownAuthority === undefined;
  const path = ownPath.startsWith('/') || !inherits ? ownPath : merged(ownPath, basePath);
  const query = inherits && ownPath === '' && ownQuery === '' ? baseQuery : ownQuery;
  return `${scheme}://${hostOf(authority, defaultPort)}${withoutDots(path)}${query}`.replaceAll(' ', '%20');
}

function merged(path: string, base: string): string {
  return path === '' ? base : base.slice(0, base.lastIndexOf('/') + 1) + path;
}

/** User information is kept for the caller to drop: nothing is hidden in silence here. */
function hostOf(authority: string, defaultPort: string): string {
  const at = authority.lastIndexOf('@') + 1;
  const host = authority.slice(at).toLowerCase();
  return authority.slice(0, at) + (host.endsWith(defaultPort) ? host.slice(0, -defaultPort.length) : host);
}

/** RFC 3986, 5.2.4, for an absolute path. */
function withoutDots(path: string): string {
  const segments: string[] = [];
  const all = path.split('/').slice(1);
  for (const [index, segment] of all.entries()) {
    const isLast = index === all.length - 1;
    if (segment === '..') segments.pop();
    else if (segment !== '.') segments.push(segment);
    if (isLast && (segment === '..' || segment === '.')) segments.push('');
  }
  return `/${segments.join('/')}`;
}
