import type { LimitUnit } from '../model/budget.ts';
import type { MetricRecord, Rating } from '../model/metrics.ts';
import type { Size, SizeTotal } from '../model/size.ts';
import type { Bytes, Milliseconds } from '../model/units.ts';
import { formatNumber } from './format-number.ts';

/**
 * Bytes are shown in decimal units (1 kB = 1,000 B, 1 MB = 1,000,000 B), as browsers' network panels do, and limits such as
 * "1 MB" mean the same: what is shown and what is judged agree. Binary units in budget files are written KiB and MiB.
 */
const KB = 1000;
const MB = 1_000_000;
const GB = 1_000_000_000;

/**
 * `180 ms`, `2.41 s`, `75 s`; `unknown` when it is not a finite number. With `isFixed`, for columns of figures, what is as large has as
 * many decimals: `2.40 s`.
 */
export function formatMs(ms: Milliseconds, locale = 'en', isFixed = false): string {
  if (!Number.isFinite(ms)) return 'unknown';
  const size = Math.abs(ms);
  if (size < 9.95) return `${formatNumber(ms, locale, 1, isFixed && ms !== 0)} ms`;
  if (size < 999.5) return `${formatNumber(ms, locale, 0)} ms`;
  return `${formatNumber(ms / 1000, locale, size < 9995 ? 2 : size < 59_950 ? 1 : 0, isFixed)} s`;
}

/** `512 B`, `10.3 kB`, `1.5 MB`, `822 MB`; `unknown` when it is not a finite number. With `isFixed`: `1.50 MB`. */
export function formatBytes(bytes: Bytes, locale = 'en', isFixed = false): string {
  if (!Number.isFinite(bytes)) return 'unknown';
  const size = Math.abs(bytes);
  // The borders lie where rounding would show 1,000 of the smaller unit.
  if (size < 999.5) return `${formatNumber(bytes, locale, 0)} B`;
  if (size < 999_500) return `${formatNumber(bytes / KB, locale, size < 99_950 ? 1 : 0, isFixed)} kB`;
  if (size < 999_500_000) return `${formatNumber(bytes / MB, locale, megabyteDigits(size), isFixed)} MB`;
  return `${formatNumber(bytes / GB, locale, 2, isFixed)} GB`;
}

/** Three digits say how much it is. */
function megabyteDigits(size: Bytes): number {
  if (size < 9_995_000) return 2;
  return size < 99_950_000 ? 1 : 0;
}

/** The size, or `unknown`. */
export function formatSize(size: Size, locale = 'en', isFixed = false): string {
  return size.value === null ? 'unknown' : formatBytes(size.value, locale, isFixed);
}

/** The sum; `at least ...` when parts of it are unknown, `unknown` when nothing of it is known. */
export function formatTotal(total: SizeTotal, locale = 'en', isFixed = false): string {
  if (total.unknown === 0) return formatBytes(total.value, locale, isFixed);
  return total.value === 0 ? 'unknown' : `at least ${formatBytes(total.value, locale, isFixed)}`;
}

/** The value with its unit (CLS has none), or why there is none: `unsupported`, `no data`. */
export function formatMetric(metric: MetricRecord, locale = 'en'): string {
  if (metric.value === null) return metric.state === 'unsupported' ? 'unsupported' : 'no data';
  return formatLimitValue(metric.value, metric.name === 'CLS' ? 'score' : 'ms', locale);
}

/** A limit's number, or what was measured against it, in the limit's unit; `unknown` when there is none. With `isFixed`: `0.060`. */
export function formatLimitValue(value: number | null, unit: LimitUnit, locale = 'en', isFixed = false): string {
  if (value === null || !Number.isFinite(value)) return 'unknown';
  switch (unit) {
    case 'ms':
      return formatMs(value, locale, isFixed);
    case 'bytes':
      return formatBytes(value, locale, isFixed);
    case 'count':
      return formatNumber(value, locale, 0);
    case 'score':
      return formatNumber(value, locale, 3, isFixed && value !== 0);
    case 'ratio':
      return `${formatNumber(value * 100, locale, 2)} %`;
  }
}

/** A rating in words; `not rated` when there is none. */
export function ratingLabel(rating: Rating | null): string {
  switch (rating) {
    case 'good':
      return 'good';
    case 'needs-improvement':
      return 'needs improvement';
    case 'poor':
      return 'poor';
    case null:
      return 'not rated';
  }
}
