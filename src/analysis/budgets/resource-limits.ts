import type { Offender } from '../../model/budget.ts';
import { RESOURCE_TYPES, type ResourceRecord } from '../../model/resources.ts';
import { sumSizes } from '../resources/totals.ts';
import { topBy } from '../top-by.ts';
import { isOnWire } from '../url.ts';
import { type BudgetScope, exactly, type LimitMetric, MAX_OFFENDERS } from './measurement.ts';

const CLASSES: readonly string[] = [...RESOURCE_TYPES, 'total', 'third-party'];

/** `resource-size:CLASS`: transferred bytes of a resource type, `total` or `third-party`. What a cache held transferred nothing. */
export const resourceSize: LimitMetric = {
  unit: 'bytes',
  measure(scope, argument) {
    if (!CLASSES.includes(argument)) return { value: null, reason: unknownClass(argument) };
    const resources = resourcesOf(scope, argument);
    const { value, unknown } = sumSizes(resources.map(({ transferSize }) => transferSize));
    const atLeast = unknown === 0 ? null : hiddenSizes(unknown);
    return { ...exactly(value, () => bySize(resources)), atLeast };
  },
};

/** `resource-count:CLASS`: requests of a resource type, `total` or `third-party`. */
export const resourceCount: LimitMetric = {
  unit: 'count',
  measure(scope, argument) {
    if (!CLASSES.includes(argument)) return { value: null, reason: unknownClass(argument) };
    const resources = resourcesOf(scope, argument);
    return exactly(resources.length, () => bySize(resources));
  },
};

/** Why a sum of sizes is only a part of it. */
export function hiddenSizes(unknown: number): string {
  const [responses, hide] = unknown === 1 ? ['response', 'hides its'] : ['responses', 'hide their'];
  return `${unknown} ${responses} of another origin ${hide} size (no Timing-Allow-Origin header).`;
}

/** Resources as offenders, the largest first; those of unknown size count as one request each, after the others. */
export function bySize(resources: readonly ResourceRecord[]): readonly Offender[] {
  const largest = topBy(resources, MAX_OFFENDERS, ({ transferSize }) => transferSize.value ?? 0);
  return largest.map(({ url, startTime, transferSize: { value } }) =>
    value === null
      ? { kind: 'resource', label: url, value: 1, unit: 'count', startTime }
      : { kind: 'resource', label: url, value, unit: 'bytes', startTime, size: value },
  );
}

function resourcesOf({ resources }: BudgetScope, name: string): readonly ResourceRecord[] {
  return resources.filter(({ url, resourceType, party }) => {
    if (!isOnWire(url)) return false;
    return name === 'total' || resourceType === name || (name === 'third-party' && party === 'third');
  });
}

function unknownClass(argument: string): string {
  return `"${argument}" is no class of resources; use one of ${CLASSES.join(', ')}.`;
}
