import { percentile } from '../../../analysis/budgets/percentile.ts';
import type { Trend } from '../../../analysis/history/trend.ts';
import type { XyChartData, XyLimit, XySeries } from '../../charts/xy-data.ts';
import { formatLimitValue } from '../../format.ts';
import { moment } from '../row-text.ts';

/** A limit that is so many times over the largest value is told in words: drawn, it would leave no room for the values. */
const FAR = 3;

/** More page loads than this are a cloud, in which a line between neighbours says nothing. */
const MANY = 30;
/** Page loads that a median is taken of: enough to swallow a slow one, few enough to follow a change. */
const WINDOW = 10;

/** The course of a metric with its 75th percentile and the budget's limits. Each page load takes the same room: they come in bursts. */
export function trendPicture({ points, unit, p75, limits }: Trend): XyChartData {
  const format = (value: number) => formatLimitValue(value, unit);
  const largest = Math.max(...points.map(({ value }) => value));
  const drawn = [
    limit(limits.error, 'Error limit', 'error-fill'),
    limit(limits.warn, 'Warning limit', 'warn-fill'),
    limit(p75, '75th percentile', 'part-2'),
  ].flatMap((line) => line ?? []);

  function limit(at: number | null, name: string, color: XyLimit['color']): XyLimit | null {
    return at === null || at > largest * FAR ? null : { at, color, label: `${name} ${format(at)}` };
  }

  return {
    x: {
      title: 'Page loads, the oldest on the left',
      min: 1,
      max: points.length,
      format(value) {
        const point = points[value - 1];
        return point ? moment(point.view.startedAt) : '';
      },
    },
    y: { min: 0, reach: Math.max(...drawn.map(({ at }) => at)) * 1.1, whole: unit === 'count', format },
    series: [
      ...(points.length > MANY ? [median(points, format)] : []),
      {
        label: 'A page load',
        color: points.length > MANY ? 'part-5' : 'part-1',
        shape: points.length > MANY ? 'dots' : 'line',
        points: points.map(({ value }, index) => ({ x: index + 1, y: value, note: format(value) })),
      },
    ],
    limits: drawn,
  };
}

/** The way that the cloud goes. */
function median(points: Trend['points'], format: (value: number) => string): XySeries {
  const label = `Median of the last ${WINDOW}`;
  return {
    label,
    color: 'part-1',
    shape: 'line',
    points: points.map((_, index) => {
      const last = points.slice(Math.max(0, index + 1 - WINDOW), index + 1).map(({ value }) => value);
      const y = percentile(last, 50) ?? Number.NaN;
      return { x: index + 1, y, note: `${label}: ${format(y)}` };
    }),
  };
}
