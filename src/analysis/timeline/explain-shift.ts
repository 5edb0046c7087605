import type { ViewAnalysis } from '../../model/analysis.ts';
import type { ImageObservation } from '../../model/observations.ts';
import type { LayoutShiftRecord } from '../../model/timeline.ts';
import { type ShiftCause, shiftCause } from './shift-cause.ts';
import { type Arrival, type ShiftEvidence, shiftEvidence } from './shift-evidence.ts';

/** A shift's cause as its own sources tell it, and what arrived just before that explains it, the likeliest first. */
export interface ExplainedShift extends ShiftCause {
  readonly evidence: readonly ShiftEvidence[];
}

/** What shifts are explained from. */
export interface ShiftFacts {
  readonly views: readonly ViewAnalysis[];
  readonly arrivals: readonly Arrival[];
  /** The census of images. */
  readonly images: readonly ImageObservation[];
}

/** Prepares to explain the shifts of one page. */
export function shiftExplainer({ views, arrivals, images }: ShiftFacts): (shift: LayoutShiftRecord) => ExplainedShift {
  const evidenceOf = shiftEvidence(arrivals, images);
  return (shift) => {
    const cause = shiftCause(shift, views);
    return { ...cause, evidence: evidenceOf(shift).filter((found) => explains(found, cause)) };
  };
}

/** What came into view is itself the cause; then only evidence that is about it says more. */
function explains(found: ShiftEvidence, { kind, selector }: ShiftCause): boolean {
  if (kind !== 'appeared' || selector === null) return true;
  return found.selector === selector || (found.kind === 'iframe' && IFRAME.test(selector));
}

/** Ends in an iframe element: `main>iframe.ad`. */
const IFRAME = /(^|[\s>])iframe[^\s>]*$/;
