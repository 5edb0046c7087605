import { findSecrets, holdsSecret, replaceSecrets } from './detectors.ts';
import type { Tagger } from './tag.ts';

/** Members that we make ourselves: random ids and moments, in which detectors would see tokens. */
const OWN_MEMBERS: ReadonlySet<string> = new Set(['pageLoadId', 'sessionId', 'viewId', 'createdAt']);

/**
 * The last net: a copy of `value` in which no string fires a detector, wherever it stands and whatever was done to it before.
 * Together with the redactors by field, which hide what no detector can know, it makes the promise of an export.
 */
export function sweep<T>(value: T, tag: Tagger): T {
  const seen = new Map<string, string>();
  const clean = (text: string): string => {
    const known = seen.get(text);
    if (known !== undefined) return known;
    const cleaned = holdsSecret(text) ? replaceSecrets(text, tag) : text;
    seen.set(text, cleaned);
    return cleaned;
  };
  const walk = (part: unknown): unknown => {
    if (typeof part === 'string') return clean(part);
    if (typeof part !== 'object' || part === null) return part;
    if (Array.isArray(part)) return part.map(walk);
    return Object.fromEntries(
      Object.entries(part).map(([key, item]) => [clean(key), OWN_MEMBERS.has(key) ? item : walk(item)]),
    );
  };
  // The copy has the shape of the original: only strings change, and only to strings.
  return walk(value) as T;
}

/** Where in a value a detector still fires, as a path (`pageLoads.0.url`); null when none does. */
export function findLeak(value: unknown, path = ''): string | null {
  if (typeof value === 'string') return findSecrets(value).length > 0 || holdsSecret(value) ? path : null;
  if (typeof value !== 'object' || value === null) return null;
  for (const [key, item] of Object.entries(value)) {
    const leak = OWN_MEMBERS.has(key) ? null : findLeak(item, path === '' ? key : `${path}.${key}`);
    if (leak !== null) return leak;
  }
  return null;
}
