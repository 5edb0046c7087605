import { useEffect, useRef } from 'preact/hooks';

interface Props {
  /** An export is under way. */
  readonly isBusy: boolean;
  readonly isReady: boolean;
  /** Null where there is nothing to be shown beforehand. */
  readonly onPreview: (() => void) | null;
  onCancel(): void;
  onClose(): void;
}

/** What can be done next. The keyboard goes on from where it was: to "Cancel" while an export is under way, and back. */
export function ExportActions({ isBusy, isReady, onPreview, onCancel, onClose }: Props) {
  const save = useRef<HTMLButtonElement>(null);
  const other = useRef<HTMLButtonElement>(null);
  const wasBusy = useRef(false);

  useEffect(() => {
    if (isBusy) other.current?.focus();
    else if (wasBusy.current) (save.current?.disabled === false ? save : other).current?.focus();
    wasBusy.current = isBusy;
  }, [isBusy]);

  return (
    <div class="dialog-actions">
      {onPreview && (
        <button type="button" class="text-button" disabled={isBusy} onClick={onPreview}>
          Show what will be hidden
        </button>
      )}
      <span class="spacer" />
      <button type="button" class="button" ref={other} onClick={isBusy ? onCancel : onClose}>
        {isBusy ? 'Cancel' : 'Close'}
      </button>
      <button ref={save} type="submit" class="button primary" disabled={isBusy || !isReady} data-testid="export-save">
        Save file
      </button>
    </div>
  );
}
