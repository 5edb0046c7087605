import type { Limit } from '../../../model/budget.ts';
import { limitMetric } from '../limit-metrics.ts';
import { nearestMetric } from './nearest-metric.ts';
import { type Quantity, readChange, readQuantity, writeChange, writeQuantity } from './quantity.ts';
import type { JsonObject, JsonPath, ValueReader } from './read-value.ts';

const KEYS = ['metric', 'warn', 'error', 'relativeTo'];

/** Reads one limit of `vitalog.budgets.json`; null when anything is wrong with it. */
export function readLimit(value: unknown, path: JsonPath, read: ValueReader): Limit | null {
  const limit = read.object(value, path, KEYS);
  const metric = limit && read.text(limit.metric, [...path, 'metric']);
  if (limit === null || metric === null) return null;
  const { unit, problem } = limitMetric(metric);
  if (problem !== null) return read.problem([...path, 'metric'], problem + nearestMetric(metric));
  const { relativeTo } = limit;
  if (relativeTo !== undefined && relativeTo !== 'baseline') {
    return read.problem([...path, 'relativeTo'], 'A limit can be relative to "baseline" only.');
  }
  const readNumber = (name: 'warn' | 'error'): number | undefined => {
    const written = limit[name];
    if (written === undefined) return undefined;
    const quantity: Quantity = relativeTo === undefined ? readQuantity(written, unit) : readChange(written);
    if ('value' in quantity) return quantity.value;
    read.problem([...path, name], quantity.problem);
    return undefined;
  };
  const warn = readNumber('warn');
  const error = readNumber('error');
  if (limit.warn === undefined && limit.error === undefined) {
    return read.problem(path, 'A limit needs "warn", "error" or both.');
  }
  if (warn !== undefined && error !== undefined && warn > error) {
    return read.problem([...path, 'warn'], 'The warning must not lie above the error: it would never be seen.');
  }
  return {
    metric,
    ...(warn !== undefined && { warn }),
    ...(error !== undefined && { error }),
    ...(relativeTo !== undefined && { relativeTo }),
  };
}

/** A limit as `vitalog.budgets.json` has it. */
export function writeLimit({ metric, warn, error, relativeTo }: Limit): JsonObject {
  const { unit } = limitMetric(metric);
  const write = relativeTo === undefined ? (value: number) => writeQuantity(value, unit) : writeChange;
  return {
    metric,
    ...(relativeTo !== undefined && { relativeTo }),
    ...(warn !== undefined && { warn: write(warn) }),
    ...(error !== undefined && { error: write(error) }),
  };
}
