import { useSignal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useContext } from 'preact/hooks';
import type { ExportScope } from '../export/export-scope.ts';
import { VersionContext } from '../export/version-context.ts';
import { usePanel } from '../state/panel-context.ts';

interface DialogProps {
  readonly version: string;
  readonly chosen: ExportScope | null;
  onClose(): void;
}

/** Opens the dialog of exports, whose code is loaded when it is first asked for. `chosen` is offered beside what is shown. */
export function ExportButton({ chosen = null }: { readonly chosen?: ExportScope | null }) {
  const version = useContext(VersionContext);
  const { current } = usePanel();
  const dialog = useSignal<ComponentType<DialogProps> | null>(null);
  const isOpen = useSignal(false);
  const failure = useSignal<string | null>(null);

  async function open(): Promise<void> {
    isOpen.value = true;
    failure.value = null;
    try {
      dialog.value ??= (await import('../export/ExportDialog.tsx')).ExportDialog;
    } catch (error) {
      isOpen.value = false;
      failure.value = error instanceof Error ? error.message : String(error);
    }
  }

  const Shown = dialog.value;
  return (
    <>
      <button
        type="button"
        class="button"
        title="Saves page loads as JSON, HTML, HAR, trace, CSV or Markdown"
        aria-haspopup="dialog"
        disabled={!current.value && chosen === null}
        onClick={open}
      >
        Export…
      </button>
      {isOpen.value && Shown && <Shown version={version} chosen={chosen} onClose={() => (isOpen.value = false)} />}
      {failure.value !== null && (
        <p class="toast" data-tone="error" role="alert">
          The export could not be loaded: {failure.value}. Open the panel again.
        </p>
      )}
    </>
  );
}
