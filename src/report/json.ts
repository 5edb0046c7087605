import type { SanitizedReport } from './sanitize.ts';

/** The report as JSON text after `session-report.schema.json`, indented so that it can be read and diffed. */
export function reportToJson(report: SanitizedReport): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}
