import type { SanitizedPageLoad } from '../sanitize.ts';
import { batched } from './batched.ts';
import type { ReportWriter } from './report-writer.ts';
import { mainThreadEvents } from './trace/main-thread.ts';
import { pageEvents } from './trace/page-events.ts';
import { requestEvents } from './trace/requests.ts';
import { shiftEvents } from './trace/shifts.ts';
import { BROWSER_PID, MAIN_THREAD_TID, RENDERER_PID, type TraceContext, type TraceEvent } from './trace/trace-event.ts';
import { userEvents } from './trace/user-events.ts';

/** The trace's clock stands here at the session's start: Chrome's Performance panel takes 0 for a missing time. */
const START_US = 1_000_000;
const FRAME = 'vitalog-tab';

/**
 * Trace event JSON (https://docs.google.com/document/d/1CvAClvFfyA5R-PhYUmn5OOQtYMH4h6I0nSsKchNAySU), which Chrome's Performance
 * panel and Perfetto open: requests, long tasks with their scripts, long animation frames, layout shifts, interactions, vitals,
 * user timing. The page loads follow each other on one clock as they did in the tab.
 */
export function traceWriter(): ReportWriter {
  let index = 0;
  let startedAt = 0;
  let about: object = {};
  return {
    start({ session, generator, redaction }) {
      startedAt = session.startedAt;
      about = {
        source: generator.name,
        version: generator.version,
        browser: generator.browser,
        redaction: redaction.level,
      };
      return '{"traceEvents":[\n';
    },
    *pageLoad(load) {
      const offset = (load.timeOrigin - startedAt) * 1000 + START_US;
      const at = (ms: number) => Math.round(offset + ms * 1000);
      const navigationId = `navigation-${index + 1}`;
      const context: TraceContext = { load, index, frame: FRAME, navigationId, at };
      if (index > 0) yield ',\n';
      yield* batched(eventsOf(context), ',\n', (event) => JSON.stringify(event));
      index += 1;
    },
    *end() {
      yield `\n],"metadata":${JSON.stringify({ ...about, startTime: new Date(startedAt).toISOString() })}}\n`;
    },
  };
}

function* eventsOf(context: TraceContext): Iterable<TraceEvent> {
  const { load, index } = context;
  if (index === 0) yield* tabEvents(load);
  yield* pageEvents(context);
  for (const [order, resource] of load.resources.entries()) yield* requestEvents(resource, order, context);
  yield* mainThreadEvents(context);
  yield* shiftEvents(context);
  yield* userEvents(context);
}

/** Names the processes and threads, and says which frame is the tab's: readers ask for it before anything else. */
function tabEvents({ url }: SanitizedPageLoad): readonly TraceEvent[] {
  const named = (name: string, pid: number, tid: number, value: string): TraceEvent => {
    return { name, cat: '__metadata', ph: 'M', ts: 0, pid, tid, args: { name: value } };
  };
  const frame = {
    frame: FRAME,
    url,
    name: '',
    processId: RENDERER_PID,
    isInPrimaryMainFrame: true,
    isOutermostMainFrame: true,
  };
  return [
    named('process_name', BROWSER_PID, 0, 'Browser'),
    named('thread_name', BROWSER_PID, MAIN_THREAD_TID, 'CrBrowserMain'),
    named('process_name', RENDERER_PID, 0, 'Renderer'),
    named('thread_name', RENDERER_PID, MAIN_THREAD_TID, 'CrRendererMain'),
    {
      name: 'TracingStartedInBrowser',
      cat: 'disabled-by-default-devtools.timeline',
      ph: 'I',
      s: 't',
      ts: START_US,
      pid: BROWSER_PID,
      tid: MAIN_THREAD_TID,
      args: { data: { frameTreeNodeId: 1, persistentIds: true, frames: [frame] } },
    },
  ];
}
