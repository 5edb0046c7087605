import type { LayoutShiftSource } from '../../../model/entries.ts';
import type { LayoutShiftRecord } from '../../../model/timeline.ts';
import { instant, type TraceContext, type TraceEvent } from './trace-event.ts';

/** The layout shifts, with the areas that moved, as Chrome's own traces have them. */
export function shiftEvents({ load, frame, navigationId, at }: TraceContext): readonly TraceEvent[] {
  let total = 0;
  return load.layoutShifts.map((shift) => {
    if (!shift.hadRecentInput) total += shift.value;
    return instant('LayoutShift', 'loading', at(shift.startTime), { frame, data: dataOf(shift, total, navigationId) });
  });
}

function dataOf({ value, hadRecentInput, sources }: LayoutShiftRecord, total: number, navigationId: string) {
  return {
    is_main_frame: true,
    had_recent_input: hadRecentInput,
    score: value,
    weighted_score_delta: value,
    cumulative_score: total,
    navigationId,
    impacted_nodes: sources.map(impacted),
  };
}

/** Chrome names nodes by number; a recording has selectors, so the number is the place in the list. */
function impacted({ node, previousRect, currentRect }: LayoutShiftSource, place: number) {
  return { node_id: place + 1, old_rect: previousRect, new_rect: currentRect, debug_name: node ?? '' };
}
