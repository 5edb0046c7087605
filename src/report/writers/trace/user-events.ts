import { analysisOf } from '../../analysis-of.ts';
import { instant, stretch, type TraceContext, type TraceEvent } from './trace-event.ts';

const USER_TIMING = 'blink.user_timing';

/** What the user did, and what the page itself marked and measured. */
export function userEvents(context: TraceContext): readonly TraceEvent[] {
  return [...interactions(context), ...userTimings(context)];
}

function interactions({ load, index, frame, at }: TraceContext): readonly TraceEvent[] {
  return load.interactions.flatMap((interaction, order) => {
    const { startTime, duration, inputDelay, processingDuration, type } = interaction;
    const processingStart = startTime + inputDelay;
    const data = {
      frame,
      type,
      interactionId: order + 1,
      duration,
      timeStamp: at(startTime) / 1000,
      processingStart: at(processingStart) / 1000,
      processingEnd: at(processingStart + processingDuration) / 1000,
      target: interaction.target ?? '',
    };
    const moments = [at(startTime), at(startTime + duration)] as const;
    return stretch('EventTiming', 'devtools.timeline', `interaction ${index}.${order}`, moments, { data });
  });
}

function userTimings({ load, index, navigationId, at }: TraceContext): readonly TraceEvent[] {
  return analysisOf(load).userTimings.flatMap(({ kind, name, startTime, duration }, order) => {
    if (kind === 'mark') return [instant(name, USER_TIMING, at(startTime), { data: { startTime, navigationId } })];
    const moments = [at(startTime), at(startTime + duration)] as const;
    return stretch(name, USER_TIMING, `measure ${index}.${order}`, moments, { startTime });
  });
}
