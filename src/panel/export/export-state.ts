import { type ReadonlySignal, signal } from '@preact/signals';
import type { RedactionLevel } from '../../model/report.ts';
import type { ExportFormatId } from '../../report/export-formats.ts';
import type { RedactionChanges } from '../../report/redaction-preview.ts';
import type { RawReport } from './raw-report.ts';
import { newRedactionKey, previewExport, saveExport } from './save-export.ts';

/** How far an export or its preview is. */
export type ExportPhase =
  | { readonly kind: 'choosing' }
  | { readonly kind: 'previewing' }
  | { readonly kind: 'preview'; readonly changes: readonly RedactionChanges[]; readonly ofPageLoads: number }
  | { readonly kind: 'writing'; readonly done: number; readonly of: number }
  | { readonly kind: 'saved'; readonly fileName: string }
  | { readonly kind: 'failed'; readonly reason: string };

export interface ExportState {
  readonly phase: ReadonlySignal<ExportPhase>;
  preview(level: RedactionLevel): Promise<void>;
  save(format: ExportFormatId, level: RedactionLevel): Promise<void>;
  /** Ends what is under way; nothing is saved then. */
  cancel(): void;
  /** Another choice was made: what is shown of the last one no longer holds. */
  forget(): void;
}

/** One export after the other of what `open` answers. A preview shows the very tags that the file will have. */
export function createExportState(open: () => Promise<RawReport>): ExportState {
  const phase = signal<ExportPhase>({ kind: 'choosing' });
  let key = newRedactionKey();
  let running: AbortController | null = null;

  async function run(work: (signal: AbortSignal) => Promise<ExportPhase>): Promise<void> {
    running?.abort();
    const own = new AbortController();
    running = own;
    let next: ExportPhase;
    try {
      next = await work(own.signal);
    } catch (error) {
      next = own.signal.aborted
        ? { kind: 'choosing' }
        : { kind: 'failed', reason: error instanceof Error ? error.message : String(error) };
    }
    if (running === own) {
      running = null;
      phase.value = next;
    }
  }

  return {
    phase,
    preview: (level) =>
      run(async (signal) => {
        phase.value = { kind: 'previewing' };
        const report = await open();
        const changes = await previewExport(report, { level, key, signal });
        return { kind: 'preview', changes, ofPageLoads: report.count };
      }),
    save: (format, level) =>
      run(async (signal) => {
        phase.value = { kind: 'writing', done: 0, of: 0 };
        const report = await open();
        const onProgress = (done: number) => {
          if (!signal.aborted) phase.value = { kind: 'writing', done, of: report.count };
        };
        const fileName = await saveExport(report, { format, level, key, signal, onProgress });
        key = newRedactionKey();
        return { kind: 'saved', fileName };
      }),
    cancel() {
      running?.abort();
      running = null;
      phase.value = { kind: 'choosing' };
    },
    forget() {
      if (running === null) phase.value = { kind: 'choosing' };
    },
  };
}
