import { code, text } from './markdown/escape.ts';
import { loadMarkdown } from './markdown/load-markdown.ts';
import { isoMoment } from './moments.ts';
import type { ReportWriter } from './report-writer.ts';

/** Page loads that are told in full; a comment under a pull request is read, not searched. */
const MOST_LOADS = 20;

/** A summary in GitHub's Markdown, to be pasted into a pull request: verdict, vitals, limits that are not kept, what to fix first. */
export function markdownWriter(): ReportWriter {
  let loads = 0;
  return {
    start({ generator, session, redaction }) {
      const { name, version } = generator.browser;
      return `## ${text(generator.name)} performance report

Recorded ${isoMoment(session.startedAt)} with ${text(name)} ${text(version)}. Redaction: ${code(redaction.level)}.
`;
    },
    *pageLoad(load) {
      loads += 1;
      if (loads <= MOST_LOADS) yield loadMarkdown(load);
    },
    *end() {
      if (loads === 0) yield '\nNo page load was recorded.\n';
      if (loads > MOST_LOADS)
        yield `\n${loads - MOST_LOADS} more page loads are left out here; the JSON export holds them all.\n`;
    },
  };
}
