import type { RedactionLevel } from '../../model/report.ts';
import type { HostRedactor } from './hosts.ts';
import { hideLength, isMarker } from './markers.ts';
import { hidePath, redactPath } from './path.ts';
import { redactQuery } from './query.ts';
import { splitUrl, type UrlParts } from './split-url.ts';
import type { Tagger } from './tag.ts';

/** Schemes that may be named; behind `file` stands a path of the user's own disk. */
const SCHEMES = /^(?:https?|wss?|ftp|file|chrome|chrome-extension|moz-extension|resource)$/;
const PAGES_OF_ABOUT = /^about:(?:blank|srcdoc|newtab|client)$/;
const MEDIA_TYPE = /^[a-z]{1,12}\/[a-z0-9.+-]{1,40}(?=[;,])/i;

/**
 * Makes the redactor of absolute URLs. At every level user information and fragment are gone; what cannot be read as a URL is
 * hidden whole. Answers are kept, since one URL stands in many places of a report.
 */
export function createUrlRedactor(level: RedactionLevel, tag: Tagger, host: HostRedactor): (url: string) => string {
  const seen = new Map<string, string>();
  return (url) => {
    const known = seen.get(url);
    if (known !== undefined) return known;
    const redacted = redactUrl(url, level, tag, host);
    seen.set(url, redacted);
    return redacted;
  };
}

function redactUrl(url: string, level: RedactionLevel, tag: Tagger, host: HostRedactor): string {
  if (url === '' || isMarker(url) || PAGES_OF_ABOUT.test(url)) return url;
  const parts = splitUrl(url);
  if (parts === null) return `~unparsable:${url.length}`;
  if (parts.scheme === 'data') return level === 'raw' ? url : redactDataUrl(url);
  if (parts.scheme === 'blob') return redactBlobUrl(parts, level, host);
  if (parts.authority === null || !SCHEMES.test(parts.scheme)) {
    return level === 'raw' ? url.replace(/#.*$/, '') : `~unparsable:${url.length}`;
  }
  const place = host(parts.authority.host, parts.authority.port);
  return `${parts.scheme}://${place}${redactRest(parts, level, tag)}`;
}

function redactRest({ scheme, path, query }: UrlParts, level: RedactionLevel, tag: Tagger): string {
  if (level === 'raw') return path + query;
  const shown = scheme === 'file' ? path.replace(/^.*\/(?=[^/]*$)/, '/~/') : path;
  if (level === 'strict') return hidePath(shown, tag) + (query === '' ? '' : `?${hideLength(query.slice(1))}`);
  return redactPath(shown, tag) + (query === '' ? '' : `?${redactQuery(query.slice(1), tag)}`);
}

/** `data:<type>,~<len>`; the length is that of the body as written. */
function redactDataUrl(url: string): string {
  const rest = url.slice('data:'.length);
  const type = MEDIA_TYPE.exec(rest)?.[0] ?? '';
  const comma = rest.indexOf(',');
  return `data:${type},${hideLength(comma < 0 ? rest : rest.slice(comma + 1))}`;
}

/** `blob:<origin>/~`: the rest is a random name, or at the raw level what it was. */
function redactBlobUrl({ path }: UrlParts, level: RedactionLevel, host: HostRedactor): string {
  const inner = splitUrl(path);
  if (inner === null || inner.authority === null || !SCHEMES.test(inner.scheme)) return 'blob:~';
  const origin = `blob:${inner.scheme}://${host(inner.authority.host, inner.authority.port)}`;
  return level === 'raw' ? origin + inner.path : `${origin}/~`;
}
