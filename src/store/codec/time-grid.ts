/**
 * How a browser's moments become whole numbers. Chromium gives tenths of a millisecond, but as the difference of two doubles that
 * count from the machine's start: 81.8 comes as 81.8000000002794. Those differences lie on a grid of 2^-p ms, and how far beside
 * the tenth a moment falls there depends only on the tenth modulo 5 within one page load. So a few figures tell all of the noise.
 */
export interface TimeGrid {
  /** The grid's step is 2^-exponent ms; 0 when moments are plain decimals. */
  readonly exponent: number;
  /** Steps beside the nearest one, for each tenth modulo 5. */
  readonly offsets: readonly number[];
}

const PLAIN: TimeGrid = { exponent: 0, offsets: [0, 0, 0, 0, 0] };
const CLASSES = 5;
/** Enough to know the grid; the rest is checked value by value anyhow. */
const SAMPLE = 2000;
/** Finer than any machine's clock since its start; values beyond are no moments. */
const MAX_EXPONENT = 40;
const MIN_EXPONENT = 15;
/** A century. */
const MAX_TENTH = 2 ** 45;

/** The tenth of a millisecond that stands for a moment on the grid; null when none gives exactly this number back. */
export function toTenth(value: number, grid: TimeGrid): number | null {
  const tenth = Math.round(value * 10);
  if (Math.abs(tenth) > MAX_TENTH || Object.is(tenth, -0)) return null;
  return fromTenth(tenth, grid) === value ? tenth : null;
}

/** The moment, to the last bit. */
export function fromTenth(tenth: number, { exponent, offsets }: TimeGrid): number {
  const decimal = tenth / 10;
  if (exponent === 0) return decimal;
  const steps = 2 ** exponent;
  return (Math.round(decimal * steps) + (offsets[Math.abs(tenth) % CLASSES] ?? 0)) / steps;
}

/** The grid on which most of these values lie. */
export function findTimeGrid(values: Iterable<number>): TimeGrid {
  const noisy: number[] = [];
  for (const value of values) {
    if (value !== Math.round(value * 10) / 10) noisy.push(value);
    if (noisy.length === SAMPLE) break;
  }
  const exponents = noisy.map(exponentOf).filter((exponent) => exponent !== null);
  if (exponents.length === 0) return PLAIN;
  const exponent = exponents.toSorted((a, b) => a - b)[Math.floor(exponents.length * 0.95)] ?? 0;
  return { exponent, offsets: offsetsOf(noisy, exponent) };
}

/** The coarsest grid that a value lies on; null for one that lies on none. */
function exponentOf(value: number): number | null {
  for (let exponent = MIN_EXPONENT; exponent <= MAX_EXPONENT; exponent++) {
    if (Number.isInteger(value * 2 ** exponent)) return exponent;
  }
  return null;
}

/** The commonest offset of each class. */
function offsetsOf(values: readonly number[], exponent: number): readonly number[] {
  const steps = 2 ** exponent;
  const counts = Array.from({ length: CLASSES }, () => new Map<number, number>());
  for (const value of values) {
    const tenth = Math.round(value * 10);
    const offset = value * steps - Math.round((tenth / 10) * steps);
    const ofClass = counts[Math.abs(tenth) % CLASSES];
    if (Number.isInteger(offset) && Math.abs(offset) <= 2) ofClass?.set(offset, (ofClass.get(offset) ?? 0) + 1);
  }
  return counts.map((ofClass) => [...ofClass].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? 0);
}
