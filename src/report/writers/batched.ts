/** What a part of a file holds at least, in characters: few parts, each far below any limit of the engine. */
const PART_LENGTH = 65_536;

/** The items' texts with `separator` between them, gathered into parts of about 64 KiB. */
export function* batched<T>(items: Iterable<T>, separator: string, write: (item: T) => string): Iterable<string> {
  let part = '';
  let first = true;
  for (const item of items) {
    part += (first ? '' : separator) + write(item);
    first = false;
    if (part.length >= PART_LENGTH) {
      yield part;
      part = '';
    }
  }
  if (part !== '') yield part;
}
