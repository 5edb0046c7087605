import type { ExportSink } from './export-session.ts';

/** Length of a part in UTF-16 units: far below any limit of the engine, and few enough of them. */
export const FILE_PART_LENGTH = 1_048_576;

/** Gathers the parts of a file into larger ones; `end` hands on what is left. */
export interface FileParts extends ExportSink {
  end(): Promise<void>;
}

/** Hands `emit` parts of `FILE_PART_LENGTH` at most, cut between characters, and waits for it before it goes on. */
export function createFileParts(emit: (part: string) => void | Promise<void>): FileParts {
  let held: string[] = [];
  let length = 0;

  async function flush(): Promise<void> {
    if (length === 0) return;
    const part = held.join('');
    held = [];
    length = 0;
    await emit(part);
  }

  return {
    async write(part) {
      if (length + part.length > FILE_PART_LENGTH) await flush();
      let from = 0;
      while (part.length - from > FILE_PART_LENGTH) {
        const to = from + FILE_PART_LENGTH - (isHighSurrogate(part.charCodeAt(from + FILE_PART_LENGTH - 1)) ? 1 : 0);
        await emit(part.slice(from, to));
        from = to;
      }
      held.push(from === 0 ? part : part.slice(from));
      length += part.length - from;
    },
    end: flush,
  };
}

/** Half a character would become a replacement character in the file. */
function isHighSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff;
}
