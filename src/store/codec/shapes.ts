import type { Json } from '../../model/json.ts';

/** A record as JSON gives it. */
export type JsonRecord = { readonly [member: string]: Json };

/** Records with the same members in the order they came. `members` null: values that are no plain records. */
export interface Shape {
  readonly members: readonly string[] | null;
  readonly rows: readonly Json[];
}

interface GrowingShape extends Shape {
  readonly rows: Json[];
}

/** Sorts values by their members. `order` names the shape of each. */
export function groupByShape(values: readonly unknown[]): {
  readonly shapes: readonly Shape[];
  readonly order: readonly number[];
} {
  const shapes: GrowingShape[] = [];
  const places = new Map<string, number>();
  let last = 0;
  const order = (values as readonly Json[]).map((value) => {
    const members = membersOf(value);
    // Most have the shape of the one before, which is told without making a key of it.
    if (!isSame(members, shapes[last]?.members)) {
      const key = JSON.stringify(members);
      last = places.get(key) ?? shapes.push({ members, rows: [] }) - 1;
      places.set(key, last);
    }
    shapes[last]?.rows.push(value);
    return last;
  });
  return { shapes, order };
}

/** Null for what a record could not be built up again from. */
function membersOf(value: Json): readonly string[] | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const members = Object.keys(value);
  return members.includes('__proto__') ? null : members;
}

function isSame(a: readonly string[] | null, b: readonly string[] | null | undefined): boolean {
  if (a === null || !b) return a === b;
  return a.length === b.length && a.every((member, i) => member === b[i]);
}
