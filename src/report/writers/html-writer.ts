import { reportToHtml } from '../html.ts';
import type { SanitizedHead, SanitizedPageLoad, SanitizedReport } from '../sanitize.ts';
import type { ReportWriter } from './report-writer.ts';

/** Entry types that the page shows; the others, which are most, are let go of as they come. */
const SHOWN: ReadonlySet<string> = new Set(['navigation', 'mark', 'measure', 'heap']);

/** The report as one HTML document. What it says first sums up all page loads, so it is written at the end. */
export function htmlWriter(): ReportWriter {
  const pageLoads: SanitizedPageLoad[] = [];
  let head: SanitizedHead | null = null;
  return {
    start(ofReport) {
      head = ofReport;
      return '';
    },
    pageLoad(load) {
      const entries = load.entries.filter(({ entryType }) => SHOWN.has(entryType));
      const frames = load.frames.map((frame) => ({ ...frame, entries: [] }));
      pageLoads.push({ ...load, entries, frames });
      return [];
    },
    *end() {
      if (head !== null) yield reportToHtml({ ...head, pageLoads } as SanitizedReport);
    },
  };
}
