import { type ReadonlySignal, signal } from '@preact/signals';
import type { ImportedFile } from '../../report/import/imported-file.ts';
import type { BudgetSettings } from '../budget-settings.ts';
import type { LocationKeeper } from '../location-keeper.ts';
import { createPanelState, type PanelState } from '../state/panel-state.ts';
import { dayAndTime } from '../state/session-text.ts';

/** A session from a file that is shown in place of that of the tab. */
export interface OpenedFile {
  /** 1 for the first that was opened. */
  readonly id: number;
  readonly name: string;
  /** What the file is and when it came about, one clause. */
  readonly origin: string;
  readonly state: PanelState;
}

/** What came of the last file. */
export interface FileOpener {
  readonly opened: ReadonlySignal<OpenedFile | null>;
  readonly isReading: ReadonlySignal<boolean>;
  /** Why the last file was not opened, as a sentence; null when it was. */
  readonly failure: ReadonlySignal<string | null>;
  open(file: File): Promise<void>;
  /** Back to the session of the tab. */
  close(): void;
  dismiss(): void;
}

const NO_LOCATION: LocationKeeper = { load: () => '', save: () => {}, onChange: () => {} };

/** Opens sessions from files, held against the user's budgets. A file that cannot be opened leaves everything as it is. */
export function createFileOpener(budgets: BudgetSettings): FileOpener {
  const opened = signal<OpenedFile | null>(null);
  const isReading = signal(false);
  let count = 0;
  const failure = signal<string | null>(null);

  function close(): void {
    opened.value?.state.dispose();
    opened.value = null;
  }

  return {
    opened,
    isReading,
    failure,
    async open(file) {
      if (isReading.value) return;
      isReading.value = true;
      failure.value = null;
      try {
        // Its code is loaded with the first file.
        const { openFileSource } = await import('./file-source.ts');
        const { content, source } = await openFileSource(file);
        close();
        const state = createPanelState(source, NO_LOCATION, { budgets });
        count += 1;
        opened.value = { id: count, name: file.name, origin: originOf(content), state };
      } catch (error) {
        failure.value = `${file.name} was not opened. ${error instanceof Error ? error.message : String(error)}`;
      } finally {
        isReading.value = false;
      }
    },
    close,
    dismiss: () => {
      failure.value = null;
    },
  };
}

function originOf(content: ImportedFile): string {
  if (content.kind === 'session') return `saved ${dayAndTime(Date.parse(content.report.createdAt))}`;
  const [first] = content.session.snapshots;
  if (!first) return 'a HAR file';
  const { har, timeOrigin } = first.pageLoad;
  return `a HAR file that ${har?.creator.name ?? 'an unknown program'} wrote, recorded ${dayAndTime(timeOrigin)}`;
}
