import type { PageAnalysis } from '../../../model/analysis.ts';
import type { LongAnimationFrameEntry } from '../../../model/entries.ts';
import type { LongTaskRecord } from '../../../model/timeline.ts';
import type { Milliseconds } from '../../../model/units.ts';
import { formatMs } from '../../format.ts';
import { blockingTime, toneOfTask } from '../../state/blocking.ts';
import type { TimeSpan } from '../../state/time-bars.ts';
import { loadMarkers, timelineEnd } from '../../state/timeline-range.ts';
import type { XyChartData, XyPoint } from '../xy-data.ts';
import { barPoints, barSeries } from './bar-series.ts';
import { timeAxis, timeMarkers } from './time-axis.ts';

const TASKS = { none: 'Long task', warn: 'Task over 100 ms', error: 'Task over 200 ms' };
const FRAMES = { none: 'Late frame', warn: 'Frame over 100 ms', error: 'Frame over 200 ms' };

/** Long tasks and late frames over time, as tall as they are long, and the blocking time that they add up to. */
export function mainThreadPicture(
  analysis: Pick<PageAnalysis, 'views' | 'loadEvents' | 'longTasks' | 'animationFrames'>,
): XyChartData {
  const { longTasks, animationFrames } = analysis;
  const until = timelineEnd(analysis, [...longTasks, ...animationFrames]);
  const hasTasks = longTasks.length > 0;
  const stretches = hasTasks ? longTasks : animationFrames;
  return {
    x: timeAxis(until),
    y: { title: 'length', min: 0, format: (time) => formatMs(time) },
    right: { title: 'blocking so far', min: 0, format: (time) => formatMs(time) },
    series: [
      {
        label: 'Blocking time so far (right axis)',
        color: 'part-1',
        shape: 'steps',
        onRight: true,
        points: blockingSoFar(hasTasks ? longTasks.map(ofTask) : animationFrames.map(ofFrame), until),
      },
      ...barSeries(stretches.map(spanOf), until, hasTasks ? TASKS : FRAMES),
      ...(hasTasks && animationFrames.length > 0
        ? [
            {
              label: 'Late frame',
              color: 'part-2' as const,
              shape: 'bars' as const,
              points: barPoints(animationFrames.map(spanOf), until),
            },
          ]
        : []),
    ],
    markers: timeMarkers(loadMarkers(analysis)),
  };
}

interface Blocking {
  readonly end: Milliseconds;
  readonly blocking: Milliseconds;
}

/** A step at the end of each stretch that blocked. */
function blockingSoFar(stretches: readonly Blocking[], until: Milliseconds): readonly XyPoint[] {
  let sum = 0;
  const steps = stretches.map(({ end, blocking }) => {
    sum += blocking;
    return { x: end, y: sum };
  });
  return [{ x: 0, y: 0 }, ...steps, { x: until, y: sum }];
}

function ofTask(task: LongTaskRecord): Blocking {
  return { end: task.startTime + task.duration, blocking: blockingTime([task]) };
}

function ofFrame({ startTime, duration, blockingDuration }: LongAnimationFrameEntry): Blocking {
  return { end: startTime + duration, blocking: blockingDuration };
}

function spanOf({ startTime, duration }: { readonly startTime: number; readonly duration: number }): TimeSpan {
  return { startTime, duration, height: duration, tone: toneOfTask(duration) };
}
