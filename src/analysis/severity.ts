import type { Severity } from '../model/insights.ts';
import type { Bytes, Milliseconds } from '../model/units.ts';

/** From which estimated effect a finding is of high, and of medium severity; below it is low. */
export interface Grades<Unit extends number = number> {
  readonly highFrom: Unit;
  readonly mediumFrom: Unit;
}

/** A fifth and a fiftieth of the 2 MB that sitespeed.io's coach allows a page. */
export const BYTE_GRADES: Grades<Bytes> = { highFrom: 400_000, mediumFrom: 40_000 };

/** A fifth of a good LCP (2.5 s), and a round trip on the slow 4G line that Lighthouse simulates (150 ms). */
export const TIME_GRADES: Grades<Milliseconds> = { highFrom: 500, mediumFrom: 150 };

/** The severity of a finding by its estimated effect. */
export function severityOf(effect: number, { highFrom, mediumFrom }: Grades): Severity {
  if (effect >= highFrom) return 'high';
  return effect >= mediumFrom ? 'medium' : 'low';
}
