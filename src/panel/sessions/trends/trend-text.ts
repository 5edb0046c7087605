import type { Trend, TrendMetric, TrendPoint } from '../../../analysis/history/trend.ts';
import { formatCount, formatLimitValue } from '../../format.ts';
import type { ToneText } from '../../state/session-text.ts';

export const TREND_TITLES: Readonly<Record<TrendMetric, string>> = {
  LCP: 'LCP',
  CLS: 'CLS',
  INP: 'INP',
  TBT: 'TBT',
  'resource-size:total': 'Total transfer',
  'resource-count:total': 'Requests',
};

/** The trend in a sentence or two: how many page loads, their 75th percentile, and how that stands to the budget. */
export function trendText({ metric, points, unit, p75, limits, withoutValue, unsupported, lacks }: Trend): string {
  const title = TREND_TITLES[metric];
  const format = (value: number) => formatLimitValue(value, unit);
  const others = withoutValue > unsupported ? ['not measured, disturbed or not known in full'] : [];
  const reasons = [...lacks, ...others];
  const rest =
    withoutValue === 0
      ? ''
      : ` ${formatCount(withoutValue)} more ${withoutValue === 1 ? 'has' : 'have'} no value to go by: ${reasons.join('; ')}.`;
  if (p75 === null) return `${title} is not known of any of these page loads.${rest}`;
  const count = points.length;
  const share =
    count === 1
      ? `the one page load is at ${format(p75)}.`
      : `75\u00a0% of ${formatCount(count)} page loads are at ${format(p75)} or less.`;
  const { error, warn } = limits;
  const limit = error ?? warn;
  if (limit === null) return `${title}: ${share} No budget sets a limit for it here.${rest}`;
  const over = points.filter(({ value }) => value > limit).length;
  const level = error === null ? 'warning' : 'error';
  return `${title}: ${share} ${over === 0 ? 'None is' : `${formatCount(over)} ${over === 1 ? 'is' : 'are'}`} over the budget's ${level} limit of ${format(limit)}.${rest}`;
}

/** How a value stands to the limits. */
export function againstLimits({ value }: TrendPoint, { limits: { warn, error } }: Trend): ToneText {
  if (error !== null && value > error) return { tone: 'error', text: 'over the error limit' };
  if (warn !== null && value > warn) return { tone: 'warn', text: 'over the warning limit' };
  return error === null && warn === null ? { tone: 'none', text: 'no limit' } : { tone: 'good', text: 'within budget' };
}
