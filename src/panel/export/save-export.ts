import type { RedactionLevel } from '../../model/report.ts';
import { downloadBlob } from '../../report/download.ts';
import { EXPORT_FORMATS, type ExportFormat, type ExportFormatId } from '../../report/export-formats.ts';
import { exportSession } from '../../report/export-session.ts';
import { reportFileName } from '../../report/file-name.ts';
import { createFileParts } from '../../report/file-parts.ts';
import { createRedactionPreview, type RedactionChanges } from '../../report/redaction-preview.ts';
import { createSanitizer } from '../../report/sanitize.ts';
import { REDACTION_KEY_BYTES } from '../../report/session-report.ts';
import type { RawReport } from './raw-report.ts';

/** Page loads that a preview looks at; more would take as long as the export. */
export const PREVIEWED = 10;

/** A key for one export and its preview. */
export function newRedactionKey(): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(REDACTION_KEY_BYTES));
}

export interface SaveOptions {
  readonly format: ExportFormatId;
  readonly level: RedactionLevel;
  readonly key: Uint8Array;
  readonly signal: AbortSignal;
  onProgress(pageLoads: number): void;
}

/**
 * Writes a report part by part into a file and lets the user save it. Answers its name.
 * @throws LeakError, the signal's reason, or what the source threw; then nothing is saved.
 */
export async function saveExport(
  { head, url, pageLoads }: RawReport,
  { format, level, key, signal, onProgress }: SaveOptions,
): Promise<string> {
  const { extension, mimeType }: ExportFormat = EXPORT_FORMATS[format];
  const blobs: Blob[] = [];
  const parts = createFileParts(async (part) => {
    blobs.push(new Blob([part]));
    await nextTask();
  });
  await exportSession(format, head, pageLoads(), parts, {
    level,
    key,
    signal,
    onProgress,
  });
  await parts.end();
  signal.throwIfAborted();
  // At level strict the name of the host is hidden in the file, so it is in the file's name.
  const fileName = reportFileName(level === 'strict' ? '' : hostOf(url), head.createdAt, extension);
  downloadBlob(fileName, new Blob(blobs, { type: `${mimeType};charset=utf-8` }));
  return fileName;
}

/** What an export would hide of the first page loads. */
export async function previewExport(
  { head, pageLoads }: RawReport,
  { level, key, signal }: Pick<SaveOptions, 'level' | 'key' | 'signal'>,
): Promise<readonly RedactionChanges[]> {
  const sanitizer = createSanitizer(head, { level, key });
  const preview = createRedactionPreview();
  let seen = 0;
  for await (const load of pageLoads()) {
    signal.throwIfAborted();
    preview.add(load, sanitizer.pageLoad(load));
    seen += 1;
    if (seen === PREVIEWED) break;
    await nextTask();
  }
  signal.throwIfAborted();
  return preview.changes();
}

/** Leaves room for clicks, one of which may be on "Cancel". */
function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : '';
}
