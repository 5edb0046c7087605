import type { RedactionLevel } from '../model/report.ts';
import { holdsSecret } from './redaction/detectors.ts';
import { isMarker } from './redaction/markers.ts';
import type { SanitizedPageLoad } from './sanitize.ts';

/** Stops an export: something in the finished file looks like a secret although all of it had been redacted. */
export class LeakError extends Error {
  override readonly name = 'LeakError';

  /** @param place the end of what stands before it in the file; never the secret itself. */
  constructor(place: string) {
    super(
      `The export was stopped: behind "${place}" stands something that looks like a secret. Nothing was saved. Export at level strict, or report this.`,
    );
  }
}

/** Looks at the parts of a file once more before they leave. */
export interface LastGate {
  /** Lets the random ids of a page load pass; we make them, and they tell nothing. */
  allow(load: SanitizedPageLoad): void;
  /** @throws LeakError when a detector fires. */
  check(part: string): void;
}

/** How the texts of a format stand in it: as JSON strings, as quoted CSV cells, or as words between signs. */
export type TextLayout = 'json' | 'csv' | 'prose';

const TEXTS: Readonly<Record<TextLayout, (part: string) => Iterable<string>>> = {
  json: (part) => literals(part, /"(?:[^"\\]|\\.)*"/g, (literal) => String(JSON.parse(literal))),
  csv: (part) => literals(part, /"(?:[^"]|"")*"/g, (cell) => cell.slice(1, -1).replaceAll('""', '"')),
  // The entities and signs between words are those of HTML and Markdown; a number with a fraction is a coordinate.
  prose: (part) =>
    part.split(/(?:&(?:quot|amp|lt|gt|#39);|[\s"'`<>()[\]{},;|])+/).filter((word) => !/^-?\d*\.\d+$/.test(word)),
};
const CONTEXT = 40;
const SHORTEST = 8;

/** The gate of one export. At level raw it lets everything pass: the user asked for that. */
export function createLastGate(level: RedactionLevel, sessionId: string, layout: TextLayout): LastGate {
  const own = new Set<string>([sessionId]);
  const seen = new Set<string>();
  const suspicious = (text: string): boolean => {
    if (text.length < SHORTEST || seen.has(text) || isMarker(text) || own.has(text)) return false;
    seen.add(text);
    return holdsSecret(text);
  };
  return {
    allow(load) {
      own.add(load.pageLoadId);
      for (const { viewId } of load.views) own.add(viewId);
      for (const { pageLoadId } of load.frames) own.add(pageLoadId);
    },
    check(part) {
      if (level === 'raw') return;
      for (const text of TEXTS[layout](part)) if (suspicious(text)) throw new LeakError(placeBefore(part, text));
    },
  };
}

function* literals(part: string, pattern: RegExp, read: (literal: string) => string): Iterable<string> {
  for (const [literal] of part.matchAll(pattern))
    yield literal.includes('\\') || literal.includes('""') ? read(literal) : literal.slice(1, -1);
}

function placeBefore(part: string, found: string): string {
  const at = Math.max(0, part.indexOf(found));
  return part
    .slice(Math.max(0, at - CONTEXT), at)
    .replace(/\s+/g, ' ')
    .trim();
}
