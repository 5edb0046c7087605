import type { CacheLifetime } from '../../model/resources.ts';
import type { EpochMilliseconds, Milliseconds } from '../../model/units.ts';

/**
 * How long a response may be used without asking, from its headers (https://www.rfc-editor.org/rfc/rfc9111#section-4.2): `max-age`
 * before `Expires`, less the age it came with. `no-cache` and an `Expires` in the past mean asking each time. `receivedAt` stands in
 * for the Date header, which is not kept.
 */
export function cacheLifetimeOf(
  headers: Readonly<Record<string, string>>,
  receivedAt: EpochMilliseconds,
): CacheLifetime {
  const directives = directivesOf(headers['cache-control'] ?? '');
  const age = (seconds(headers.age) ?? 0) * 1000;
  const left = (lifetime: Milliseconds) => Math.max(0, lifetime - age);
  if (directives.has('no-store')) return { storable: false, freshFor: 0, source: 'cache-control' };
  if (directives.has('no-cache')) return { storable: true, freshFor: 0, source: 'cache-control' };
  const maxAge = seconds(directives.get('max-age'));
  if (maxAge !== null) return { storable: true, freshFor: left(maxAge * 1000), source: 'cache-control' };
  if (headers.expires !== undefined) {
    // What is no date (`0`, `-1`) is in the past: https://www.rfc-editor.org/rfc/rfc9111#section-5.3
    const until = Date.parse(headers.expires);
    const lifetime = Number.isFinite(until) ? Math.max(0, until - receivedAt) : 0;
    return { storable: true, freshFor: lifetime, source: 'expires' };
  }
  return { storable: true, freshFor: null, source: 'none' };
}

/** Directives by lower-case name; of one that comes twice the first counts. */
function directivesOf(header: string): ReadonlyMap<string, string> {
  const directives = new Map<string, string>();
  for (const part of header.split(',')) {
    const [name = '', value = ''] = part.split('=');
    const known = name.trim().toLowerCase();
    if (known !== '' && !directives.has(known)) directives.set(known, value.trim().replaceAll('"', ''));
  }
  return directives;
}

function seconds(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,12}$/.test(text.trim()) ? Number(text) : null;
}
