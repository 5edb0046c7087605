import { scriptLabel } from '../../../analysis/timeline/script-label.ts';
import type { ScriptTiming } from '../../../model/entries.ts';
import type { LongTaskRecord } from '../../../model/timeline.ts';
import { complete, stretch, type TraceContext, type TraceEvent } from './trace-event.ts';

const TIMELINE = 'devtools.timeline';

/** The long tasks with their scripts inside, and the long animation frames on a track of their own. */
export function mainThreadEvents(context: TraceContext): readonly TraceEvent[] {
  const { load, index, at } = context;
  const tasks = inOrder(load.longTasks).flatMap((task) => taskEvents(task, context));
  const frames = load.entries
    .filter((entry) => entry.entryType === 'long-animation-frame')
    .flatMap(({ startTime, duration, blockingDuration, renderStart, styleAndLayoutStart }, order) =>
      stretch(
        'Long animation frame',
        'vitalog.frames',
        `frame ${index}.${order}`,
        [at(startTime), at(startTime + duration)],
        { blockingDuration, renderStart, styleAndLayoutStart },
      ),
    );
  return [...tasks, ...frames];
}

/** Tasks of one thread cannot overlap; the browser's rounding makes them do so by a little. */
function taskEvents(
  { startTime, duration, scripts }: LongTaskRecord,
  { at, frame }: TraceContext,
): readonly TraceEvent[] {
  const end = startTime + duration;
  const events = [complete('RunTask', `disabled-by-default-${TIMELINE}`, at(startTime), at(end) - at(startTime), {})];
  let free = startTime;
  for (const script of [...scripts].sort((a, b) => a.startTime - b.startTime)) {
    const from = Math.max(free, script.startTime);
    const to = Math.min(end, script.startTime + script.duration);
    if (to <= from) continue;
    events.push(complete('FunctionCall', TIMELINE, at(from), at(to) - at(from), { data: callOf(script, frame) }));
    free = to;
  }
  return events;
}

function callOf(script: ScriptTiming, frame: string) {
  return {
    frame,
    functionName: script.sourceFunctionName === '' ? scriptLabel(script) : script.sourceFunctionName,
    url: script.sourceURL,
    invoker: script.invoker,
    position: script.sourceCharPosition,
    forcedStyleAndLayoutDuration: script.forcedStyleAndLayoutDuration,
  };
}

function inOrder(tasks: readonly LongTaskRecord[]): readonly LongTaskRecord[] {
  const sorted = [...tasks].sort((a, b) => a.startTime - b.startTime);
  return sorted.map((task, place) => {
    const next = sorted[place + 1];
    const room = next === undefined ? task.duration : next.startTime - task.startTime;
    return { ...task, duration: Math.min(task.duration, room) };
  });
}
