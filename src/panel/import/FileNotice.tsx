import type { FileOpener } from './opened-file.ts';

/** That a session from a file is shown, with the way back; or why a file was not opened. */
export function FileNotice({ files }: { readonly files: FileOpener }) {
  const { opened, isReading, failure, close, dismiss } = files;
  return (
    <div class="file-notices" role="status">
      {opened.value && (
        <div class="notice" data-testid="imported">
          <p>
            <strong>{opened.value.name}</strong>, {opened.value.origin}. It can be read and exported, and is held
            against your budgets; nothing of it is stored.
          </p>
          <button type="button" class="button" onClick={close}>
            Back to this tab
          </button>
        </div>
      )}
      {isReading.value && <p class="notice late">Reading the file…</p>}
      {failure.value !== null && (
        <div class="notice" data-tone="error" data-testid="import-failed">
          <p>{failure.value}</p>
          <button type="button" class="button" onClick={dismiss}>
            Dismiss
          </button>
        </div>
      )}
    </div>
  );
}
