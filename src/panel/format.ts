import { counted as countedIn } from '../analysis/counted.ts';
import * as figures from '../analysis/format.ts';
import { formatNumber as numberIn } from '../analysis/format-number.ts';
import type { LimitUnit } from '../model/budget.ts';
import type { MetricRecord } from '../model/metrics.ts';
import type { Size, SizeTotal } from '../model/size.ts';
import type { Bytes, Milliseconds } from '../model/units.ts';
import { unbroken } from './state/unbroken.ts';

/** English until a page says whose eyes it is for, so that what runs without a user is the same everywhere. */
let locale = 'en';

/** Has the figures of this page written as the user of the browser writes them (BCP 47: `de-CH`). Reports and findings stay English. */
export function formatFor(userLocale: string): void {
  locale = userLocale;
}

/** `180 ms`, `2.41 s`; `unknown` when it is not a finite number. */
export const formatMs = (ms: Milliseconds): string => unbroken(figures.formatMs(ms, locale));

/** `512 B`, `10.3 kB`, `1.5 MB`; `unknown` when it is not a finite number. */
export const formatBytes = (bytes: Bytes): string => unbroken(figures.formatBytes(bytes, locale));

/** The size, or `unknown`. */
export const formatSize = (size: Size): string => unbroken(figures.formatSize(size, locale));

/** The sum; `at least ...` when parts of it are unknown, `unknown` when nothing of it is known. */
export const formatTotal = (total: SizeTotal): string => unbroken(figures.formatTotal(total, locale));

/** The value with its unit, or why there is none: `unsupported`, `no data`. */
export const formatMetric = (metric: MetricRecord): string => unbroken(figures.formatMetric(metric, locale));

/** A limit's number, or what was measured against it, in the limit's unit; `unknown` when there is none. */
export const formatLimitValue = (value: number | null, unit: LimitUnit): string =>
  unbroken(figures.formatLimitValue(value, unit, locale));

/** Figures that stand in a column: what is as large has as many decimals, `2.40 s` below `2.41 s`. */
export const inColumn = {
  ms: (ms: Milliseconds): string => unbroken(figures.formatMs(ms, locale, true)),
  bytes: (bytes: Bytes): string => unbroken(figures.formatBytes(bytes, locale, true)),
  size: (size: Size): string => unbroken(figures.formatSize(size, locale, true)),
  total: (total: SizeTotal): string => unbroken(figures.formatTotal(total, locale, true)),
  limitValue: (value: number | null, unit: LimitUnit): string =>
    unbroken(figures.formatLimitValue(value, unit, locale, true)),
} as const;

/** A number with at most `maximumFractionDigits` decimals. */
export const formatNumber = (value: number, maximumFractionDigits: number): string =>
  numberIn(value, locale, maximumFractionDigits);

/** How many of something there are: `20,000`. */
export const formatCount = (count: number): string => formatNumber(count, 0);

/** `1 request`, `18,001 requests`; what does not make its plural by an s gives it. */
export const counted = (count: number, noun: string, plural?: string): string => countedIn(count, noun, plural, locale);
