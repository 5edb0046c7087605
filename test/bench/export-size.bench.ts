import { open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import type { ReportPageLoad } from '../../src/model/report.ts';
import { EXPORT_FORMAT_IDS, type ExportFormatId } from '../../src/report/export-formats.ts';
import { exportSession } from '../../src/report/export-session.ts';
import { createFileParts, FILE_PART_LENGTH } from '../../src/report/file-parts.ts';
import { reportPageLoadInput, sessionReport, TEST_KEY } from '../fixtures/builders/reports.ts';
import { userTimingEntry } from '../fixtures/builders/timeline-entries.ts';
import { printTable } from './support/figures.ts';

/** A collector keeps at most 20,000 entries a minute, so a million stand in many page loads. */
const PAGE_LOADS = 50;
const ENTRIES = 1_000_000;
/** Growth of the heap while it is written, beside what one page load takes. */
const MAX_HEAP_BYTES = 400 * 1024 * 1024;

const { pageLoads: _, ...head } = sessionReport();

function* pageLoads(): Iterable<ReportPageLoad> {
  for (let load = 0; load < PAGE_LOADS; load++) {
    const entries = Array.from({ length: ENTRIES / PAGE_LOADS }, (_, n) =>
      userTimingEntry({ name: `step ${load} ${n}`, startTime: n }),
    );
    yield* sessionReport({ pageLoads: [reportPageLoadInput({ entries, pageLoad: { pageLoadId: `load-${load}` } })] })
      .pageLoads;
  }
}

async function exportTo(file: string, format: ExportFormatId) {
  const handle = await open(file, 'w');
  const heapBefore = process.memoryUsage().heapUsed;
  const started = performance.now();
  let [bytes, parts, longest, heap] = [0, 0, 0, 0];
  const sink = createFileParts(async (part) => {
    parts += 1;
    longest = Math.max(longest, part.length);
    heap = Math.max(heap, process.memoryUsage().heapUsed - heapBefore);
    bytes += (await handle.write(part)).bytesWritten;
  });
  await exportSession(format, head, pageLoads(), sink, { key: TEST_KEY });
  await sink.end();
  await handle.close();
  return { bytes, parts, longest, heap, seconds: (performance.now() - started) / 1000 };
}

/** Entries in a JSON export, which writes each on a line of its own, parsed line by line. */
async function entriesIn(file: string): Promise<number> {
  const handle = await open(file);
  let count = 0;
  for await (const line of handle.readLines()) {
    if (!line.startsWith('        {"entryType"')) continue;
    const entry = JSON.parse(line.trim().replace(/,$/, '')) as { readonly entryType: string };
    if (entry.entryType === 'mark') count += 1;
  }
  return count;
}

it('exports 1,000,000 entries in parts of 1 MiB and without holding them', async () => {
  const file = path.join(tmpdir(), `vitalog-export-${process.pid}`);
  const rows: Record<string, string | number>[] = [];
  try {
    for (const format of EXPORT_FORMAT_IDS) {
      const { bytes, parts, longest, heap, seconds } = await exportTo(file, format);
      rows.push({
        format,
        MiB: (bytes / 1024 / 1024).toFixed(1),
        parts,
        'longest part, MiB': (longest / 1024 / 1024).toFixed(2),
        'heap, MiB': (heap / 1024 / 1024).toFixed(0),
        seconds: seconds.toFixed(1),
      });
      expect.soft(longest, `longest part of ${format}`).toBeLessThanOrEqual(FILE_PART_LENGTH);
      expect.soft(heap, `heap of ${format}`).toBeLessThan(MAX_HEAP_BYTES);
      if (format === 'json') expect(await entriesIn(file)).toBe(ENTRIES);
    }
  } finally {
    await rm(file, { force: true });
  }
  printTable('An export of 1,000,000 entries', rows);
});
