import type { SessionReport } from '../../model/report.ts';

/** What the worker answers: the session, or a sentence. */
export type ImportAnswer = { readonly report: SessionReport } | { readonly problem: string };

/**
 * Reads a session from a file in a worker, which ends with it: what a file does to it, it does not to the panel.
 * Rejects with a sentence when the file cannot be opened; nothing of it was taken then.
 */
export function openSessionFile(file: Blob): Promise<SessionReport> {
  const worker = new Worker(new URL('./import-worker.ts', import.meta.url), { type: 'module' });
  return new Promise<SessionReport>((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<ImportAnswer>) => {
      if ('report' in data) resolve(data.report);
      else reject(new Error(data.problem));
    });
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      reject(new Error('The file could not be read; it may be too large for the memory.'));
    });
    worker.postMessage(file);
  }).finally(() => worker.terminate());
}
