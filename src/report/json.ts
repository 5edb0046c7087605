import type { SanitizedReport } from './sanitize.ts';
import { jsonWriter } from './writers/json-writer.ts';
import { writeReport } from './writers/report-writer.ts';

/** The report as JSON text after `session-report.schema.json`, indented so that it can be read and diffed. */
export function reportToJson(report: SanitizedReport): string {
  return writeReport(jsonWriter(), report);
}
