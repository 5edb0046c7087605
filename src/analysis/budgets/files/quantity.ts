import type { LimitUnit } from '../../../model/budget.ts';

/** A number read, or a sentence on what is wrong. */
export type Quantity = { readonly value: number } | { readonly problem: string };

const TEXT = /^([+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?)\s*([a-z%]*)$/i;

/** Sizes as format.ts shows them: decimal, and binary with an i. Names are compared without case. */
const UNITS: Readonly<Record<LimitUnit, Readonly<Record<string, number>>>> = {
  ms: { ms: 1, s: 1000, min: 60_000 },
  bytes: { b: 1, kb: 1000, mb: 1e6, gb: 1e9, kib: 1024, mib: 1024 ** 2, gib: 1024 ** 3 },
  count: {},
  score: {},
  ratio: { '%': 0.01 },
};

const EXAMPLES: Readonly<Record<LimitUnit, string>> = {
  ms: '2500 or "2.5 s"',
  bytes: '500000, "500 kB" (1 kB = 1,000 B) or "500 KiB" (1 KiB = 1,024 B)',
  count: '50',
  score: '0.1',
  ratio: '0.01 or "1 %"',
};

/** Reads a limit's number: a JSON number in ms, bytes ..., or a text with a unit ("1.5 s", "500 KiB", "10 %"). */
export function readQuantity(written: unknown, unit: LimitUnit): Quantity {
  const value = typeof written === 'number' ? written : typeof written === 'string' ? fromText(written, unit) : null;
  if (value === null || !Number.isFinite(value)) {
    return { problem: `${JSON.stringify(written)} is no limit in this metric's unit; write ${EXAMPLES[unit]}.` };
  }
  return value < 0 ? { problem: 'A limit cannot be negative.' } : { value };
}

/** Reads a change against a baseline, "+10%" or "-5 %", as a share of 1. */
export function readChange(written: unknown): Quantity {
  const [, number, sign] = (typeof written === 'string' && TEXT.exec(written.trim())) || [];
  if (number === undefined || sign !== '%' || !Number.isFinite(Number(number))) {
    return { problem: `${JSON.stringify(written)} is no change against the baseline; write "+10%".` };
  }
  return { value: round(Number(number) / 100) };
}

/** A number of a limit as a budget file has it: sizes with the unit in which they are whole, others plain. */
export function writeQuantity(value: number, unit: LimitUnit): number | string {
  if (unit === 'ratio') return exactOr(value, `${round(value * 100)} %`, unit);
  if (unit !== 'bytes' || value === 0) return value;
  const whole = WHOLE_UNITS.find(([, factor]) => value % factor === 0);
  if (whole === undefined) return value;
  const [name, factor] = whole;
  // 1500 kB is 1.5 MB.
  if (name === 'kB' && value >= 1e6 && value % 1e4 === 0) return `${round(value / 1e6)} MB`;
  return `${value / factor} ${name}`;
}

/** A change against a baseline as a budget file has it: `+10%`. */
export function writeChange(value: number): string {
  return `${value < 0 ? '' : '+'}${round(value * 100)}%`;
}

/** The largest units first in which a round size stays round. */
const WHOLE_UNITS = [
  ['MiB', 1024 ** 2],
  ['MB', 1e6],
  ['KiB', 1024],
  ['kB', 1000],
] as const;

/** The text where it is read as the value again, the value where it is not. */
export function exactOr(value: number, text: string, unit: LimitUnit): number | string {
  const read = readQuantity(text, unit);
  return 'value' in read && read.value === value ? text : value;
}

/** 1.1 * 1e6 is 1100000.0000000002. */
function round(value: number): number {
  return Number(value.toPrecision(12));
}

function fromText(text: string, unit: LimitUnit): number | null {
  const [, number, name = ''] = TEXT.exec(text.trim()) ?? [];
  if (number === undefined) return null;
  if (name === '') return Number(number);
  const factor = UNITS[unit][name.toLowerCase()];
  if (factor === undefined) return null;
  return round(Number(number) * factor);
}
