/** The parts of an absolute URL as written; `authority` is null for schemes without one (`data:`). */
export interface UrlParts {
  readonly scheme: string;
  readonly authority: { readonly host: string; readonly port: string } | null;
  readonly path: string;
  /** With its question mark; empty when there is none. */
  readonly query: string;
}

/** RFC 3986 appendix B, with the scheme required. The fragment is matched to be left out. */
const URL_FORM = /^([a-z][a-z0-9+.-]*):(?:\/\/([^/?#]*))?([^?#]*)(\?[^#]*)?(?:#.*)?$/i;
const HOST_FORM = /^(?:\[[0-9a-f:.]+\]|[\p{L}\p{N}._-]*)$/iu;

/**
 * Splits an absolute URL without the URL class: this folder also runs where there is none, and what the class would normalise
 * must be seen as it is. User information and fragment are dropped here and never come back.
 * Null for anything that is not plainly an absolute URL.
 */
export function splitUrl(url: string): UrlParts | null {
  // A browser reads a backslash as a slash and skips these blanks, so a page could hide parts behind them.
  if (/[\s\\\p{Cc}]/u.test(url)) return null;
  const match = URL_FORM.exec(url);
  if (match === null) return null;
  const [, scheme = '', authority, path = '', query = ''] = match;
  const parts = { scheme: scheme.toLowerCase(), path, query };
  if (authority === undefined) return { ...parts, authority: null };
  const place = authority.slice(authority.lastIndexOf('@') + 1);
  const [, host = '', port = ''] = /^(.*?)(?::(\d{1,5}))?$/.exec(place) ?? [];
  return HOST_FORM.test(host) ? { ...parts, authority: { host, port } } : null;
}
