import type { VerdictLevel } from '../../analysis/verdict.ts';
import { counted } from '../format.ts';
import type { PageFigures } from './page-figures.ts';

/** What the list of page loads says of each one. */
export interface PageSummary {
  /** Revision of the analysis that this was computed from. */
  readonly revision: number;
  readonly level: VerdictLevel;
  /** `2 errors, 1 warning`: the level in words. */
  readonly text: string;
}

export function summaryOf({ analysis, verdict }: PageFigures): PageSummary {
  const { held, warn, error } = verdict.limits;
  const broken = [...(error > 0 ? [counted(error, 'error')] : []), ...(warn > 0 ? [counted(warn, 'warning')] : [])];
  const text = broken.length > 0 ? broken.join(', ') : held > 0 ? 'all limits hold' : 'not measured';
  return { revision: analysis.revision, level: verdict.level, text };
}
