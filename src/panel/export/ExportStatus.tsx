import { CHANGE_KINDS, type RedactionChanges } from '../../report/redaction-preview.ts';
import { counted, formatCount } from '../format.ts';
import type { ExportPhase } from './export-state.ts';
import { PREVIEWED } from './save-export.ts';

/** What is under way or came of it, in words. */
export function ExportStatus({ phase }: { readonly phase: ExportPhase }) {
  return (
    <div role="status" class="export-status" data-testid="export-status" data-phase={phase.kind}>
      <Phase phase={phase} />
    </div>
  );
}

function Phase({ phase }: { readonly phase: ExportPhase }) {
  switch (phase.kind) {
    case 'choosing':
      return null;
    case 'previewing':
      return <p class="muted">Looking for what will be hidden…</p>;
    case 'preview':
      return <Preview changes={phase.changes} ofPageLoads={phase.ofPageLoads} />;
    case 'writing':
      return (
        <label class="field">
          <span>
            {phase.of === 0 ? 'Asking the page…' : `${formatCount(phase.done)} of ${counted(phase.of, 'page load')}`}
          </span>
          <progress value={phase.of === 0 ? undefined : phase.done} max={phase.of || 1} />
        </label>
      );
    case 'saved':
      return <p data-testid="export-saved">Saved {phase.fileName}</p>;
    case 'failed':
      return (
        <p class="warning" data-testid="export-failed">
          Nothing was saved. {phase.reason}
        </p>
      );
  }
}

interface PreviewProps {
  readonly changes: readonly RedactionChanges[];
  readonly ofPageLoads: number;
}

function Preview({ changes, ofPageLoads }: PreviewProps) {
  if (changes.length === 0) return <p>Nothing needs to be hidden.</p>;
  return (
    <>
      {ofPageLoads > PREVIEWED && (
        <p class="muted">
          Of the first {PREVIEWED} of {ofPageLoads} page loads.
        </p>
      )}
      {changes.map(({ kind, count, examples }) => (
        <table key={kind} class="table preview-table">
          <caption>
            {CHANGE_KINDS[kind]}: {formatCount(count)} changed
          </caption>
          <thead class="visually-hidden">
            <tr>
              <th scope="col">Recorded</th>
              <th scope="col">In the file</th>
            </tr>
          </thead>
          <tbody>
            {examples.map(({ raw, redacted }) => (
              <tr key={raw}>
                <td class="code" title={raw}>
                  <span class="clamp">{raw}</span>
                </td>
                <td class="code" title={redacted ?? undefined}>
                  <span class="clamp">{redacted === '' || redacted === null ? '(left out)' : redacted}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </>
  );
}
