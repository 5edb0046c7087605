import { useSignal } from '@preact/signals';
import type { ExportFormat } from '../export-session.ts';
import { usePanel } from '../state/panel-context.ts';

interface Progress {
  readonly kind: 'idle' | 'working' | 'done' | 'failed';
  readonly text: string | null;
}

const IDLE: Progress = { kind: 'idle', text: null };

/** Saves the session as JSON or as an HTML report, sanitized. The code of it is loaded when it is first asked for. */
export function ExportButtons({ version }: { readonly version: string }) {
  const { source, memory, session, current, terms } = usePanel();
  const progress = useSignal<Progress>(IDLE);
  const disabled = !current.value || progress.value.kind === 'working';

  function clear(): void {
    progress.value = IDLE;
  }

  async function save(format: ExportFormat): Promise<void> {
    const sessionId = session.value?.sessionId;
    if (sessionId === undefined) return;
    progress.value = { kind: 'working', text: 'Exporting…' };
    try {
      const { exportSession } = await import('../export-session.ts');
      progress.value = {
        kind: 'done',
        text: `Saved ${await exportSession(source, memory, sessionId, version, format, terms.value)}`,
      };
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      progress.value = { kind: 'failed', text: `The session was not exported. ${reason}` };
    }
  }

  return (
    <>
      <ExportButton format="JSON" disabled={disabled} onClick={() => void save('json')} />
      <ExportButton format="HTML" disabled={disabled} onClick={() => void save('html')} />
      <ExportMessage progress={progress.value} onClose={clear} />
    </>
  );
}

interface ButtonProps {
  readonly format: string;
  readonly disabled: boolean;
  onClick(): void;
}

function ExportButton({ format, disabled, onClick }: ButtonProps) {
  return (
    <button
      type="button"
      class="button"
      aria-label={`Export ${format}`}
      title="Saves every page load of this session. Query values, titles and anything that looks like a secret are hidden."
      disabled={disabled}
      onClick={onClick}
    >
      <span class="wide">Export </span>
      {format}
    </button>
  );
}

function ExportMessage({ progress, onClose }: { readonly progress: Progress; onClose(): void }) {
  const { kind, text } = progress;
  return (
    <div role="status">
      {text !== null && (
        <p class="toast" data-tone={kind === 'failed' ? 'error' : undefined} data-testid="export-message">
          {text}
          <button type="button" class="text-button" onClick={onClose}>
            Dismiss
          </button>
        </p>
      )}
    </div>
  );
}
