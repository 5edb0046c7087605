import type { TextLayout } from './last-gate.ts';
import { METRICS_TABLE, RESOURCES_TABLE, VIOLATIONS_TABLE } from './writers/csv/tables.ts';
import { csvWriter } from './writers/csv-writer.ts';
import { harWriter } from './writers/har-writer.ts';
import { htmlWriter } from './writers/html-writer.ts';
import { jsonWriter } from './writers/json-writer.ts';
import { markdownWriter } from './writers/markdown-writer.ts';
import type { ReportWriter } from './writers/report-writer.ts';
import { traceWriter } from './writers/trace-writer.ts';

/** A format that a session can be exported in. */
export interface ExportFormat {
  readonly title: string;
  /** What it is good for, one clause. */
  readonly use: string;
  /** What stands after the date in the file's name. */
  readonly extension: string;
  readonly mimeType: string;
  readonly layout: TextLayout;
  readonly writer: () => ReportWriter;
}

/** Every export format, by the name that the command line takes. */
export const EXPORT_FORMATS = {
  json: {
    title: 'JSON',
    use: 'everything, to be opened again in Vitalog',
    extension: 'json',
    mimeType: 'application/json',
    layout: 'json',
    writer: jsonWriter,
  },
  html: {
    title: 'HTML report',
    use: 'to read, print and send; one file without scripts',
    extension: 'html',
    mimeType: 'text/html',
    layout: 'prose',
    writer: htmlWriter,
  },
  har: {
    title: 'HAR',
    use: 'the requests, for network panels and HAR viewers',
    extension: 'har',
    mimeType: 'application/json',
    layout: 'json',
    writer: harWriter,
  },
  markdown: {
    title: 'Markdown',
    use: 'a summary to paste into a pull request',
    extension: 'md',
    mimeType: 'text/markdown',
    layout: 'prose',
    writer: markdownWriter,
  },
  trace: {
    title: 'Trace',
    use: "for Chrome's Performance panel and Perfetto",
    extension: 'trace.json',
    mimeType: 'application/json',
    layout: 'json',
    writer: traceWriter,
  },
  'csv-resources': {
    title: 'CSV: resources',
    use: 'a row a request',
    extension: 'resources.csv',
    mimeType: 'text/csv',
    layout: 'csv',
    writer: () => csvWriter(RESOURCES_TABLE),
  },
  'csv-metrics': {
    title: 'CSV: metrics',
    use: 'a row a metric of each view',
    extension: 'metrics.csv',
    mimeType: 'text/csv',
    layout: 'csv',
    writer: () => csvWriter(METRICS_TABLE),
  },
  'csv-violations': {
    title: 'CSV: violations',
    use: 'a row a limit that is not kept',
    extension: 'violations.csv',
    mimeType: 'text/csv',
    layout: 'csv',
    writer: () => csvWriter(VIOLATIONS_TABLE),
  },
} as const satisfies Readonly<Record<string, ExportFormat>>;

export type ExportFormatId = keyof typeof EXPORT_FORMATS;

export const EXPORT_FORMAT_IDS = Object.keys(EXPORT_FORMATS) as readonly ExportFormatId[];
