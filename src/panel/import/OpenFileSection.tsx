import { useContext, useRef } from 'preact/hooks';
import { FileOpenerContext } from './file-opener-context.ts';

/** Opens an exported session or a HAR to look at; a file can be dropped anywhere on the panel as well. */
export function OpenFileSection() {
  const files = useContext(FileOpenerContext);
  const input = useRef<HTMLInputElement>(null);
  if (!files) return null;
  return (
    <section class="section" aria-labelledby="open-file-title">
      <h2 id="open-file-title">Exported sessions</h2>
      <div class="action-row">
        <button type="button" class="button" disabled={files.isReading.value} onClick={() => input.current?.click()}>
          Open file…
        </button>
        <span class="muted">Vitalog's JSON or a HAR, gzip too. Or drop the file anywhere on the panel.</span>
      </div>
      <input
        ref={input}
        type="file"
        accept=".json,.har,.gz,application/json,application/gzip"
        hidden
        data-testid="open-session-file"
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          if (file) void files.open(file);
          // The same file may be chosen again after it was mended.
          currentTarget.value = '';
        }}
      />
    </section>
  );
}
