import type { CacheLimits } from '../../model/cache.ts';
import { formatCount } from '../format.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** Decimal, as sizes are shown everywhere. */
const MEGABYTE = 1_000_000;

/** A limit of the store as people set it. */
export interface LimitField {
  readonly name: keyof CacheLimits;
  readonly label: string;
  readonly unit: string;
  /** What one of the unit is in the limit's own. */
  readonly size: number;
  readonly min: number;
  readonly max: number;
}

export const LIMIT_FIELDS: readonly LimitField[] = [
  { name: 'maxBytes', label: 'At most', unit: 'MB', size: MEGABYTE, min: 8, max: 4096 },
  { name: 'maxPageLoads', label: 'At most', unit: 'page loads', size: 1, min: 10, max: 100_000 },
  { name: 'maxAgeMs', label: 'Unused for', unit: 'days', size: DAY_MS, min: 1, max: 3650 },
  { name: 'historyMaxAgeMs', label: 'Summaries for', unit: 'days', size: DAY_MS, min: 1, max: 3650 },
];

/** The limit that a text stands for, or what is wrong with the text. */
export function parseLimit(text: string, { size, min, max, unit }: LimitField): number | { readonly problem: string } {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value) || value < min || value > max)
    return { problem: `Between ${formatCount(min)} and ${formatCount(max)} ${unit}.` };
  return Math.round(value * size);
}
