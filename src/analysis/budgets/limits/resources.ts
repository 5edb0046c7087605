import type { Offender } from '../../../model/budget.ts';
import { RESOURCE_TYPES, type ResourceRecord } from '../../../model/resources.ts';
import { counted } from '../../counted.ts';
import { topBy } from '../../top-by.ts';
import { isOnWire } from '../../url.ts';
import { MAX_OFFENDERS } from '../max-offenders.ts';
import { exactly, type LimitMetric } from '../measurement.ts';
import type { TallyOf } from '../request-tallies.ts';

/** What may stand behind the colon of `resource-size` and `resource-count`, beside `entity:NAME`. */
export const RESOURCE_CLASSES: readonly string[] = [...RESOURCE_TYPES, 'total', 'first-party', 'third-party'];

const ENTITY = 'entity:';

/** `resource-size:CLASS`: transferred bytes of a class of resources. What a cache held transferred nothing. */
export const resourceSize: LimitMetric = {
  unit: 'bytes',
  problem,
  measure({ tallies }, argument) {
    const { sum, unknown, top } = tallies.of(classOf(argument));
    const atLeast = unknown === 0 ? null : hiddenSizes(unknown);
    return { ...exactly(sum, () => bySize(top)), atLeast };
  },
};

/** `resource-count:CLASS`: requests of a class of resources. */
export const resourceCount: LimitMetric = {
  unit: 'count',
  problem,
  measure({ tallies }, argument) {
    const { requests, top } = tallies.of(classOf(argument));
    return exactly(requests, () => bySize(top));
  },
};

/** Why a sum of sizes is only a part of it. */
export function hiddenSizes(unknown: number): string {
  const hide = unknown === 1 ? 'hides its' : 'hide their';
  return `${counted(unknown, 'response')} of another origin ${hide} size (no Timing-Allow-Origin header).`;
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

/** The requests of a class, or all (`total`), by what they transferred. */
export function classOf(name: string): TallyOf {
  const isMember = membership(name);
  return {
    key: `class:${name}`,
    belongs: (resource) => isOnWire(resource.url) && isMember(resource),
    amountOf: ({ transferSize }) => transferSize.value,
  };
}

function membership(name: string): (resource: ResourceRecord) => boolean {
  if (name.startsWith(ENTITY)) {
    const entity = name.slice(ENTITY.length).toLowerCase();
    return (resource) => resource.entity?.toLowerCase() === entity;
  }
  switch (name) {
    case 'total':
      return () => true;
    case 'first-party':
      return ({ party }) => party === 'first';
    case 'third-party':
      return ({ party }) => party === 'third';
    default:
      return ({ resourceType }) => resourceType === name;
  }
}

function problem(argument: string): string | null {
  if (argument.startsWith(ENTITY) && argument.length > ENTITY.length) return null;
  if (RESOURCE_CLASSES.includes(argument)) return null;
  return `"${argument}" is no class of resources; use one of ${RESOURCE_CLASSES.join(', ')}, entity:NAME.`;
}
