import type { EntryRecord } from '../../model/entries.ts';
import type { SanitizedPageLoad } from '../sanitize.ts';
import { batched } from './batched.ts';
import type { ReportWriter } from './report-writer.ts';

/** Our own format, after `session-report.schema.json`: indented so that it can be read and diffed, an entry a line. */
export function jsonWriter(): ReportWriter {
  let loads = 0;
  return {
    start(head) {
      return `${JSON.stringify(head, null, 2).slice(0, -2)},\n  "pageLoads": [`;
    },
    *pageLoad(load) {
      yield loads === 0 ? '\n    ' : ',\n    ';
      loads += 1;
      yield* pageLoadParts(load);
    },
    *end() {
      yield loads === 0 ? ']\n}\n' : '\n  ]\n}\n';
    },
  };
}

function* pageLoadParts({ entries, frames, ...facts }: SanitizedPageLoad): Iterable<string> {
  yield `{${indented(facts, 6)},\n      "entries": [`;
  yield* entryLines(entries, 8);
  yield `${entries.length > 0 ? '\n      ' : ''}],\n      "frames": [`;
  for (const [index, { entries: inFrame, ...frame }] of frames.entries()) {
    yield `${index === 0 ? '' : ','}\n        {${indented(frame, 10)},\n          "entries": [`;
    yield* entryLines(inFrame, 12);
    yield `${inFrame.length > 0 ? '\n          ' : ''}]\n        }`;
  }
  yield `${frames.length > 0 ? '\n      ' : ''}]\n    }`;
}

function entryLines(entries: readonly EntryRecord[], indent: number): Iterable<string> {
  const start = `\n${' '.repeat(indent)}`;
  return batched(
    entries.entries(),
    '',
    ([index, entry]) => `${index === 0 ? '' : ','}${start}${JSON.stringify(entry)}`,
  );
}

/** The members of an object as JSON, each on lines of its own at `indent`, without the braces. */
function indented(value: object, indent: number): string {
  const lines = JSON.stringify(value, null, 2).slice(2, -2);
  // A line break inside a string is written as an escape, so each one here is of the layout.
  return `\n${lines.replace(/^ {2}/gm, ' '.repeat(indent))}`;
}
