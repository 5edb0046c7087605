import type { ImportedFile } from '../../report/import/imported-file.ts';

/** What the worker answers: what is in the file, or a sentence. */
export type ImportAnswer = { readonly file: ImportedFile } | { readonly problem: string };

/**
 * Reads an exported session or a HAR from a file in a worker, which ends with it: what a file does to it, it does not to the panel.
 * Rejects with a sentence when the file cannot be opened; nothing of it was taken then.
 */
export function openSessionFile(file: Blob): Promise<ImportedFile> {
  const worker = new Worker(new URL('./import-worker.ts', import.meta.url), { type: 'module' });
  return new Promise<ImportedFile>((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<ImportAnswer>) => {
      if ('file' in data) resolve(data.file);
      else reject(new Error(data.problem));
    });
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      reject(new Error('The file could not be read; it may be too large for the memory.'));
    });
    worker.postMessage(file);
  }).finally(() => worker.terminate());
}
