import type { SanitizedHead, SanitizedPageLoad, SanitizedReport } from '../sanitize.ts';

/**
 * Writes a report in one format, part by part, so that a large one never stands in memory as one string. `start` is called once,
 * then `pageLoad` for each page load in the report's order, then `end`; the parts in that order are the file. A part never ends
 * inside a string of the report, so that each can be looked at by itself.
 */
export interface ReportWriter {
  start(head: SanitizedHead): string;
  pageLoad(load: SanitizedPageLoad): Iterable<string>;
  end(): Iterable<string>;
}

/** The whole report as one text. */
export function writeReport(writer: ReportWriter, { pageLoads, ...head }: SanitizedReport): string {
  const parts = [writer.start(head as SanitizedHead)];
  for (const load of pageLoads) parts.push(...writer.pageLoad(load));
  parts.push(...writer.end());
  return parts.join('');
}
