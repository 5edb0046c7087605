import type { Finding } from '../../model/insights.ts';
import type { ResourceRecord } from '../../model/resources.ts';
import type { Milliseconds } from '../../model/units.ts';
import { formatBytes } from '../format.ts';
import { formatNumber } from '../format-number.ts';
import { STATIC_TYPES } from '../resources/request-index.ts';
import { BYTE_GRADES, type Grades, severityOf } from '../severity.ts';
import { shortUrl } from '../url.ts';
import { failOn, type InsightRule } from './insight-rule.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

type Options = Grades & {
  /** A lifetime from here on is long. */
  readonly longFrom: Milliseconds;
};

/** 30 days are long: Lighthouse and DevTools (insight "Use efficient cache lifetimes"). */
const DEFAULTS: Options = { ...BYTE_GRADES, longFrom: 30 * DAY };

/**
 * Ages in hours at which a tenth more of the files of a page visited again are older: Lighthouse's
 * RESOURCE_AGE_IN_HOURS_DECILES (core/audits/byte-efficiency/uses-long-cache-ttl.js, from HTTP Archive).
 */
const AGE_DECILES: readonly number[] = [0, 0.2, 1, 3, 8, 12, 24, 48, 72, 168, 8760];

/** Names static files whose headers forbid caching, or let the copy expire soon. Only DevTools tell headers. */
export const cacheLifetime: InsightRule<Options> = {
  id: 'cache-lifetime',
  title: 'Short cache lifetime',
  why: 'What a browser may keep costs nothing on the next visit.',
  requires: [],
  concerns: isTold,
  run(page, options) {
    const { longFrom, ...grades } = { ...DEFAULTS, ...options };
    const told = page.resources.filter(isTold);
    if (told.length === 0) {
      return {
        status: 'not-measured',
        reason: 'Only DevTools tell response headers: reload the page while they are open.',
      };
    }
    const findings = told.flatMap((resource): readonly Finding[] => {
      const lifetime = lifetimeOf(resource);
      if (lifetime !== null && lifetime >= longFrom) return [];
      const size = resource.transferSize.value ?? 0;
      const bytes = Math.round(size * (1 - hitProbability(lifetime ?? 0)));
      const { url, startTime, duration } = resource;
      return [
        {
          message: `${shortUrl(url)} ${howLong(resource, lifetime)}${size > 0 ? ` (${formatBytes(size)})` : ''}. Put a version into its name, and let Cache-Control allow a year (31,536,000 s).`,
          severity: severityOf(bytes, grades),
          url,
          startTime,
          duration,
          size,
          ...(bytes > 0 ? { savings: { bytes } } : {}),
        },
      ];
    });
    return failOn(findings.sort((a, b) => (b.savings?.bytes ?? 0) - (a.savings?.bytes ?? 0)));
  },
};

/** Static files whose caching headers are known. An error page is not to be kept. */
function isTold({ cacheLifetime: told, resourceType, status, redirectedTo }: ResourceRecord): boolean {
  return told !== null && STATIC_TYPES.has(resourceType) && redirectedTo === null && (status ?? 200) < 400;
}

/** Null where no header says, and browsers guess. */
function lifetimeOf({ cacheLifetime: told }: ResourceRecord): Milliseconds | null {
  if (told === null) return null;
  return told.storable ? told.freshFor : 0;
}

function howLong({ cacheLifetime: told }: ResourceRecord, lifetime: Milliseconds | null): string {
  if (told?.storable === false) return 'may not be kept at all';
  if (lifetime === null) return 'does not say how long it may be kept';
  if (lifetime <= 0) return 'must be asked for anew on each visit';
  const days = lifetime / DAY;
  const [amount, unit] = days >= 2 ? [days, 'day'] : [lifetime / HOUR, 'hour'];
  return `may be kept for ${formatNumber(amount, 'en', 1)} ${unit}${amount === 1 ? '' : 's'} only`;
}

/** The chance that a copy of this lifetime is still fresh at the next visit. */
function hitProbability(lifetime: Milliseconds): number {
  const hours = lifetime / HOUR;
  const next = AGE_DECILES.findIndex((decile) => decile > hours);
  if (next < 0) return 1;
  const below = AGE_DECILES[next - 1] ?? 0;
  const above = AGE_DECILES[next] ?? below;
  return (next - 1 + (hours - below) / (above - below)) / 10;
}
