import { ImportError } from './import-error.ts';
import { IMPORT_LIMITS } from './import-limits.ts';

/**
 * Parses the text of a file that somebody else may have made. The depth is checked before anything is built, and `__proto__` is
 * refused wherever it is a key, since copies made with it would not be what they seem.
 * @throws ImportError that names the place.
 */
export function parseJsonText(text: string): unknown {
  if (text.trim() === '') throw new ImportError('The file is empty.');
  checkDepth(text);
  const value = parse(text);
  const place = protoKey(value, '');
  if (place !== null)
    throw new ImportError(`The file has a key "__proto__" at ${place}, which no session has. It was not opened.`);
  return value;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const offset = /position (\d+)/.exec(reason)?.[1];
    const place = offset === undefined ? `at its end (character ${text.length})` : placeOf(text, Number(offset));
    throw new ImportError(
      `The file is no complete JSON: it breaks off or goes wrong ${place}. Export it anew, or copy it again. (${reason})`,
    );
  }
}

/** Counts brackets outside strings; the parser itself would need as much stack as the file is deep. */
function checkDepth(text: string): void {
  let depth = 0;
  let inString = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (inString) {
      if (code === 0x5c) at += 1;
      else if (code === 0x22) inString = false;
    } else if (code === 0x22) inString = true;
    else if (code === 0x7b || code === 0x5b) {
      depth += 1;
      if (depth > IMPORT_LIMITS.depth)
        throw new ImportError(
          `The file nests deeper than ${IMPORT_LIMITS.depth} levels ${placeOf(text, at)}; no session does. It was not opened.`,
        );
    } else if (code === 0x7d || code === 0x5d) depth -= 1;
  }
}

function placeOf(text: string, offset: number): string {
  const before = text.slice(0, offset);
  const line = before.split('\n').length;
  return `at character ${offset} (line ${line}, column ${offset - before.lastIndexOf('\n')})`;
}

function protoKey(value: unknown, path: string): string | null {
  if (typeof value !== 'object' || value === null) return null;
  if (Object.hasOwn(value, '__proto__')) return path === '' ? 'its top level' : path;
  for (const [key, item] of Object.entries(value)) {
    const place = protoKey(item, `${path}/${key}`);
    if (place !== null) return place;
  }
  return null;
}
