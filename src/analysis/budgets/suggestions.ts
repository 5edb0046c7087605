import type { PageAnalysis } from '../../model/analysis.ts';
import { topBy } from '../top-by.ts';
import { fileName, isOnWire } from '../url.ts';
import { LIMIT_METRICS } from './limit-metrics.ts';
import { RESOURCE_CLASSES } from './limits/resources.ts';

/** Files, marks and names that are suggested of each kind; the rest can be typed. */
const MOST = 20;

/** A part of a file name that changes with every build: a hash of eight digits or more with a digit among them. */
const HASH = /(?<=[-._])(?=[\w-]*\d)[\w-]{8,}(?=\.)/;

/** Keys of limits that make sense for a page, the general ones first; without a page these alone. */
export function suggestedMetrics(page: PageAnalysis | null): readonly string[] {
  const general = [...LIMIT_METRICS].filter(([, metric]) => metric.problem('') === null).map(([kind]) => kind);
  const classes = RESOURCE_CLASSES.flatMap((name) => [`resource-size:${name}`, `resource-count:${name}`]);
  const others = ['request-status:errors', 'api-response-time:p95'];
  return [...new Set([...general, ...classes, ...others, ...(page === null ? [] : ofPage(page))])];
}

function ofPage({ resources, userTimings }: PageAnalysis): readonly string[] {
  const files = topBy(
    resources.filter(({ url }) => isOnWire(url) && fileName(url) !== ''),
    MOST,
    ({ transferSize, encodedBodySize }) => transferSize.value ?? encodedBodySize.value ?? 0,
  );
  const entities = resources.map(({ entity }) => entity).filter((entity) => entity !== null);
  const timings = resources.flatMap(({ serverTiming }) => serverTiming.map(({ name }) => name));
  return [
    ...files.map(({ url }) => `file-size:${fileName(url).replace(HASH, '*')}`),
    ...distinct(userTimings.map(({ name }) => name)).map((name) => `user-timing:${name}`),
    ...distinct(timings).map((name) => `server-timing:${name}`),
    ...distinct(entities).map((name) => `resource-size:entity:${name}`),
  ];
}

function distinct(names: readonly string[]): readonly string[] {
  return [...new Set(names)].slice(0, MOST);
}
