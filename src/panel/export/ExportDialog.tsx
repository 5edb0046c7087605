import { useEffect, useRef } from 'preact/hooks';
import { ExportForm } from './ExportForm.tsx';
import type { ExportScope } from './export-scope.ts';
import '../styles/dialog.css';

interface Props {
  readonly version: string;
  /** Page loads that were chosen elsewhere, to begin with; null: none were. */
  readonly chosen: ExportScope | null;
  onClose(): void;
}

/** The form of exports in front of the panel. */
export function ExportDialog({ version, chosen, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);

  useEffect(() => {
    dialog.current?.showModal();
    window.addEventListener('keydown', closeOnEscape, true);
    return () => window.removeEventListener('keydown', closeOnEscape, true);
  }, []);

  /** DevTools take the key from panels, for the console's drawer, unless they never hear of it. */
  function closeOnEscape(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopImmediatePropagation();
    dialog.current?.close();
  }

  return (
    <dialog ref={dialog} class="dialog" aria-labelledby="export-title" onClose={onClose} data-testid="export-dialog">
      <ExportForm version={version} chosen={chosen} onClose={() => dialog.current?.close()} />
    </dialog>
  );
}
