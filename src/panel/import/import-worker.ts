import type { ImportAnswer } from './open-session-file.ts';
import { readSessionFile } from './read-file.ts';

/** Reads one file off the panel's thread and answers what is in it, or why it was not opened. */
self.addEventListener('message', async ({ data }: MessageEvent<Blob>) => {
  let answer: ImportAnswer;
  try {
    answer = { file: await readSessionFile(data) };
  } catch (error) {
    answer = { problem: error instanceof Error ? error.message : String(error) };
  }
  self.postMessage(answer);
});
