import { readFile } from 'node:fs/promises';
import type { Page } from 'puppeteer';

/** Main-thread CPU time that scripts of extensions took in a page, in ms, and their longest task by the clock. */
export interface ExtensionCpu {
  readonly cpuMs: number;
  readonly longestMs: number;
  readonly calls: number;
}

/** As much of a trace event as is read here: `dur` is wall time, `tdur` the thread's CPU time, both in microseconds. */
interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly fileName?: string; readonly data?: { readonly url?: string } };
}

/** Events that run a script from the outside; what nests in them is counted with them. */
const ENTERING = new Set(['EvaluateScript', 'FunctionCall']);

/** Traces `visit` and adds up what content scripts cost the page's main thread. */
export async function extensionCpu(page: Page, file: string, visit: () => Promise<void>): Promise<ExtensionCpu> {
  await page.tracing.start({ categories: ['devtools.timeline', 'v8'], path: file });
  await visit();
  await page.tracing.stop();
  const { traceEvents } = JSON.parse(await readFile(file, 'utf8')) as { readonly traceEvents: readonly TraceEvent[] };
  const ours = traceEvents.filter(
    ({ name, ph, args }) =>
      ph === 'X' && ENTERING.has(name) && (args?.data?.url ?? args?.fileName ?? '').startsWith('chrome-extension://'),
  );
  return {
    cpuMs: ours.reduce((sum, event) => sum + (event.tdur ?? 0) / 1000, 0),
    longestMs: Math.max(0, ...ours.map((event) => (event.tdur ?? 0) / 1000)),
    calls: ours.length,
  };
}
