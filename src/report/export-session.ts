import type { ReportPageLoad } from '../model/report.ts';
import { EXPORT_FORMATS, type ExportFormat, type ExportFormatId } from './export-formats.ts';
import { createLastGate } from './last-gate.ts';
import { createSanitizer, type ReportHead, type SanitizeOptions } from './sanitize.ts';

/** Where the parts of an exported file go, in order. */
export interface ExportSink {
  write(part: string): void | Promise<void>;
}

/** How an export is watched and ended early. */
export interface ExportOptions extends SanitizeOptions {
  /** Called after each page load with how many are written. */
  readonly onProgress?: (pageLoads: number) => void;
  /** When it is aborted the export ends with the signal's reason. */
  readonly signal?: { readonly aborted: boolean; throwIfAborted(): void };
}

/**
 * Writes a session in one format: sanitizes page load by page load as they come, hands the parts on, and looks at each once
 * more before it does. Only one page load is held at a time, so a session of any size can be exported.
 * @throws LeakError, the signal's reason, or what the source or the sink threw; what was written by then is to be thrown away.
 */
export async function exportSession(
  format: ExportFormatId,
  head: ReportHead,
  pageLoads: AsyncIterable<ReportPageLoad> | Iterable<ReportPageLoad>,
  sink: ExportSink,
  { onProgress, signal, ...sanitizing }: ExportOptions,
): Promise<void> {
  const { writer: createWriter, layout }: ExportFormat = EXPORT_FORMATS[format];
  const writer = createWriter();
  const sanitizer = createSanitizer(head, sanitizing);
  const { redaction, session } = sanitizer.head;
  const gate = createLastGate(redaction.level, session.sessionId, layout);
  const send = async (part: string) => {
    signal?.throwIfAborted();
    gate.check(part);
    await sink.write(part);
  };
  await send(writer.start(sanitizer.head));
  let written = 0;
  for await (const load of pageLoads) {
    const sanitized = sanitizer.pageLoad(load);
    gate.allow(sanitized);
    for (const part of writer.pageLoad(sanitized)) await send(part);
    written += 1;
    onProgress?.(written);
  }
  for (const part of writer.end()) await send(part);
}
