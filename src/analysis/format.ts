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

/** `180 ms`, `2.41 s`, `75 s`; `unknown` when it is not a finite number. */
export function formatMs(ms: Milliseconds, locale = 'en'): string {
  if (!Number.isFinite(ms)) return 'unknown';
  const size = Math.abs(ms);
  if (size < 10) return `${formatNumber(ms, locale, 1)} ms`;
  if (size < 999.5) return `${formatNumber(ms, locale, 0)} ms`;
  return `${formatNumber(ms / 1000, locale, size < 9995 ? 2 : size < 59_950 ? 1 : 0)} s`;
}

/** `512 B`, `10.3 kB`, `1.5 MB`; `unknown` when it is not a finite number. */
export function formatBytes(bytes: Bytes, locale = 'en'): string {
  if (!Number.isFinite(bytes)) return 'unknown';
  const size = Math.abs(bytes);
  // The borders lie where rounding would show 1,000 of the smaller unit.
  if (size < 999.5) return `${formatNumber(bytes, locale, 0)} B`;
  if (size < 999_500) return `${formatNumber(bytes / KB, locale, size < 99_950 ? 1 : 0)} kB`;
  if (size < 999_500_000) return `${formatNumber(bytes / MB, locale, 2)} MB`;
  return `${formatNumber(bytes / GB, locale, 2)} GB`;
}

/** The size, or `unknown`. */
export function formatSize(size: Size, locale = 'en'): string {
  return size.value === null ? 'unknown' : formatBytes(size.value, locale);
}

/** The sum; `at least ...` when parts of it are unknown, `unknown` when nothing of it is known. */
export function formatTotal(total: SizeTotal, locale = 'en'): string {
  if (total.unknown === 0) return formatBytes(total.value, locale);
  return total.value === 0 ? 'unknown' : `at least ${formatBytes(total.value, locale)}`;
}

/** The value with its unit (CLS has none), or why there is none: `unsupported`, `no data`. */
export function formatMetric(metric: MetricRecord, locale = 'en'): string {
  if (metric.value === null) return metric.state === 'unsupported' ? 'unsupported' : 'no data';
  return formatLimitValue(metric.value, metric.name === 'CLS' ? 'score' : 'ms', locale);
}

/** A limit's number, or what was measured against it, in the limit's unit; `unknown` when there is none. */
export function formatLimitValue(value: number | null, unit: LimitUnit, locale = 'en'): string {
  if (value === null || !Number.isFinite(value)) return 'unknown';
  switch (unit) {
    case 'ms':
      return formatMs(value, locale);
    case 'bytes':
      return formatBytes(value, locale);
    case 'count':
      return formatNumber(value, locale, 0);
    case 'score':
      return formatNumber(value, locale, 3);
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
