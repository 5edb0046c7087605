import { useComputed, useSignal } from '@preact/signals';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { RedactionLevel } from '../../model/report.ts';
import { EXPORT_FORMAT_IDS, EXPORT_FORMATS, type ExportFormatId } from '../../report/export-formats.ts';
import { usePanel } from '../state/panel-context.ts';
import { ExportStatus } from './ExportStatus.tsx';
import { type ExportScope, sessionIdsOf } from './export-scope.ts';
import { createExportState } from './export-state.ts';
import { LevelFields } from './LevelFields.tsx';
import { openRawReport } from './raw-report.ts';
import { ScopeFields } from './ScopeFields.tsx';

interface Props {
  readonly version: string;
  /** Page loads that were chosen elsewhere, to begin with; null: none were. */
  readonly chosen: ExportScope | null;
  onClose(): void;
}

/** Asks what to export, in which format and how much of it to give away, and saves it. */
export function ExportDialog({ version, chosen, onClose }: Props) {
  const { source, memory, terms, session, current } = usePanel();
  const dialog = useRef<HTMLDialogElement>(null);
  const scope = useSignal<ExportScope>(chosen ?? { kind: 'sessions', sessionIds: [session.value?.sessionId ?? ''] });
  const format = useSignal<ExportFormatId>('json');
  const level = useSignal<RedactionLevel>('default');
  const isRawMeant = useSignal(false);
  const state = useMemo(
    () =>
      createExportState(async () => {
        await source.completed?.();
        return openRawReport({ source, memory, terms: terms.value, scope: scope.value, version, now: Date.now() });
      }),
    [source, memory, terms, scope, version],
  );
  const isBusy = useComputed(() => state.phase.value.kind === 'writing');
  const isReady = sessionIdsOf(scope.value).length > 0 && (level.value !== 'raw' || isRawMeant.value);

  useEffect(() => {
    dialog.current?.showModal();
    window.addEventListener('keydown', closeOnEscape, true);
    return () => {
      window.removeEventListener('keydown', closeOnEscape, true);
      state.cancel();
    };
  }, [state]);

  /** DevTools take the key from panels, for the console's drawer, unless they never hear of it. */
  function closeOnEscape(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopImmediatePropagation();
    dialog.current?.close();
  }

  async function save(event: Event): Promise<void> {
    event.preventDefault();
    await state.save(format.value, level.value);
    // Each raw export is asked for anew.
    isRawMeant.value = false;
  }

  return (
    <dialog ref={dialog} class="dialog" aria-labelledby="export-title" onClose={onClose} data-testid="export-dialog">
      <form class="dialog-form" onSubmit={save} onChange={state.forget}>
        <h2 id="export-title">Export</h2>
        <fieldset class="dialog-fields" disabled={isBusy.value}>
          <ScopeFields
            scope={scope.value}
            pageLoad={current.value}
            chosen={chosen}
            sessionId={session.value?.sessionId ?? ''}
            storage={source.storage ?? null}
            onChange={(next) => (scope.value = next)}
          />
          <label class="field">
            <span>Format</span>
            <select
              class="select"
              data-testid="export-format"
              value={format.value}
              onChange={({ currentTarget }) => {
                format.value = EXPORT_FORMAT_IDS.find((id) => id === currentTarget.value) ?? 'json';
              }}
            >
              {EXPORT_FORMAT_IDS.map((id) => (
                <option key={id} value={id}>
                  {EXPORT_FORMATS[id].title}
                </option>
              ))}
            </select>
            <span class="muted">{EXPORT_FORMATS[format.value].use}</span>
          </label>
          <LevelFields level={level} isRawMeant={isRawMeant} />
        </fieldset>
        <ExportStatus phase={state.phase.value} />
        <div class="dialog-actions">
          {level.value !== 'raw' && (
            <button
              type="button"
              class="text-button"
              disabled={isBusy.value || sessionIdsOf(scope.value).length === 0}
              onClick={() => void state.preview(level.value)}
            >
              Show what will be hidden
            </button>
          )}
          <span class="spacer" />
          {isBusy.value ? (
            <button type="button" class="button" onClick={state.cancel}>
              Cancel
            </button>
          ) : (
            <button type="button" class="button" onClick={() => dialog.current?.close()}>
              Close
            </button>
          )}
          <button type="submit" class="button primary" disabled={isBusy.value || !isReady} data-testid="export-save">
            Save file
          </button>
        </div>
      </form>
    </dialog>
  );
}
