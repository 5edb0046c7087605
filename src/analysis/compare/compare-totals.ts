import type { ResourceRecord, ResourceTotal } from '../../model/resources.ts';
import type { SizeTotal } from '../../model/size.ts';
import { totalsOf } from '../resources/totals.ts';
import { type Change, changeOf } from './change.ts';

/** Requests and transferred bytes of one class of resources in two page loads. */
export interface TotalChange {
  readonly resourceType: ResourceTotal['resourceType'];
  readonly requests: Change;
  readonly bytes: {
    readonly a: SizeTotal;
    readonly b: SizeTotal;
    /** Null when sizes are unknown in either. */
    readonly difference: number | null;
  };
}

/** Every class, in the order of `totalsOf`. */
export function compareTotals(a: readonly ResourceRecord[], b: readonly ResourceRecord[]): readonly TotalChange[] {
  const after = new Map(totalsOf(b).map((total) => [total.resourceType, total]));
  return totalsOf(a).flatMap((before) => {
    const other = after.get(before.resourceType);
    if (!other) return [];
    const bytes = { a: before.transferSize, b: other.transferSize };
    const difference = bytes.a.unknown + bytes.b.unknown > 0 ? null : bytes.b.value - bytes.a.value;
    return {
      resourceType: before.resourceType,
      requests: changeOf(before.requests, other.requests),
      bytes: { ...bytes, difference },
    };
  });
}
