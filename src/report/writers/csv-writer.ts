import type { SanitizedPageLoad } from '../sanitize.ts';
import { batched } from './batched.ts';
import { type CsvCell, csvRow } from './csv/csv-row.ts';
import type { ReportWriter } from './report-writer.ts';

/** One table of a CSV file: its columns, and how to read each off a row. */
export interface CsvTable<Row> {
  readonly rows: (load: SanitizedPageLoad) => Iterable<Row>;
  readonly columns: readonly (readonly [title: string, cell: (row: Row, load: SanitizedPageLoad) => CsvCell])[];
}

/** A table as CSV after RFC 4180, a heading first; an empty cell is a value that is not known. */
export function csvWriter<Row>({ rows, columns }: CsvTable<Row>): ReportWriter {
  return {
    start: () => csvRow(columns.map(([title]) => title)),
    pageLoad: (load) => batched(rows(load), '', (row) => csvRow(columns.map(([, cell]) => cell(row, load)))),
    end: () => [],
  };
}
