import { useSignal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { usePanel } from '../state/panel-context.ts';

type Dialog = ComponentType<{ readonly version: string; onClose(): void }>;

/** Opens the dialog of exports, whose code is loaded when it is first asked for. */
export function ExportButton({ version }: { readonly version: string }) {
  const { current } = usePanel();
  const dialog = useSignal<Dialog | null>(null);
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
        disabled={!current.value}
        onClick={open}
      >
        Export…
      </button>
      {isOpen.value && Shown && <Shown version={version} onClose={() => (isOpen.value = false)} />}
      {failure.value !== null && (
        <p class="toast" data-tone="error" role="alert">
          The export could not be loaded: {failure.value}. Open the panel again.
        </p>
      )}
    </>
  );
}
