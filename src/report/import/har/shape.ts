/** What is wrong with a value, and where inside it: the members that lead there. */
export interface Misfit {
  readonly path: readonly string[];
  readonly problem: string;
}

/** Looks at a value; null when it is as it should be. */
export type Shape = (value: unknown) => Misfit | null;

/** A value that may be left out: `undefined` and `null` are fine too. */
export function optional(shape: Shape): Shape {
  return (value) => (value === undefined || value === null ? null : shape(value));
}

export const isText: Shape = (value) => (typeof value === 'string' ? null : misfit('a text', value));
export const isNumber: Shape = (value) => (Number.isFinite(value) ? null : misfit('a number', value));

/** ISO 8601, or what else the engine reads as a date. */
export const isMoment: Shape = (value) =>
  typeof value === 'string' && Number.isFinite(Date.parse(value)) ? null : misfit('a date and time (ISO 8601)', value);

/** An object with these members; others are not looked at. */
export function object(members: Readonly<Record<string, Shape>>): Shape {
  const entries = Object.entries(members);
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return misfit('an object', value);
    const record = value as Readonly<Record<string, unknown>>;
    for (const [name, shape] of entries) {
      const found = shape(Object.hasOwn(record, name) ? record[name] : undefined);
      if (found !== null) return { ...found, path: [name, ...found.path] };
    }
    return null;
  };
}

export function list(item: Shape): Shape {
  return (value) => {
    if (!Array.isArray(value)) return misfit('a list', value);
    for (const [index, one] of value.entries()) {
      const found = item(one);
      if (found !== null) return { ...found, path: [String(index), ...found.path] };
    }
    return null;
  };
}

/** The place as a JSON pointer (RFC 6901). */
export function pointerOf({ path }: Misfit): string {
  return path.map((name) => `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

function misfit(wanted: string, value: unknown): Misfit {
  return { path: [], problem: value === undefined ? `is missing; it must be ${wanted}` : `must be ${wanted}` };
}
