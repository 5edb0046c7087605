import { percentDecode } from './decode.ts';
import { holdsSecret, replaceSecrets } from './detectors.ts';
import { hidePart, isMarker } from './markers.ts';
import { redactPair } from './query.ts';
import type { Tagger } from './tag.ts';

/** Longer segments are not names that people gave to files. */
const MAX_SEGMENT = 160;
const EXTENSION = /\.[a-z][a-z0-9]{0,5}$/i;
/** What has no business in an encoded file name, and stands there when a URL or a query was nested in the path. */
const NESTED = /[/?#&=@:;\\%<>"'`\p{Cc}]/u;

/** The last extension of a path or file name with its dot, empty when there is none. */
export function extensionOf(path: string): string {
  return EXTENSION.exec(path)?.[0] ?? '';
}

/** Redacts each segment of a path; the slashes stay where they are. */
export function redactPath(path: string, tag: Tagger): string {
  return path
    .split('/')
    .map((segment) => redactSegment(segment, tag))
    .join('/');
}

/** Redacts one segment: matrix parameters and `key=value` lists as a query, the rest by the detectors. */
export function redactSegment(segment: string, tag: Tagger): string {
  if (segment === '' || isMarker(segment)) return segment;
  if (segment.length > MAX_SEGMENT) return hidePart('long', segment, tag) + extensionOf(segment);
  const [name = '', ...parameters] = segment.split(';');
  return [redactName(name, tag), ...parameters.map((parameter) => redactPair(parameter, tag))].join(';');
}

/** `~<tag>` with the last extension: all that the strict level leaves of a path. */
export function hidePath(path: string, tag: Tagger): string {
  if (path === '' || path === '/' || /^\/?~[0-9a-f]{8}(?:\.\w{1,6})?$/.test(path)) return path;
  const slash = path.startsWith('/') ? '/' : '';
  const extension = extensionOf(path);
  return `${slash}~${tag(path)}${holdsSecret(extension) ? '' : extension}`;
}

function redactName(name: string, tag: Tagger): string {
  if (name.includes('=')) {
    const pairs = name.split(',').map((pair) => redactPair(pair, tag));
    return pairs.join(',');
  }
  const decoded = percentDecode(name);
  if (decoded !== name && NESTED.test(decoded)) return hidePart('enc', name, tag) + extensionOf(name);
  if (decoded !== name && holdsSecret(decoded)) return hidePart('enc', name, tag) + extensionOf(name);
  return replaceSecrets(name, tag);
}
