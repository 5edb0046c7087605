import { useComputed, useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { RedactionLevel } from '../../model/report.ts';
import type { ExportFormatId } from '../../report/export-formats.ts';
import { usePanel } from '../state/panel-context.ts';
import { ExportActions } from './ExportActions.tsx';
import { ExportStatus } from './ExportStatus.tsx';
import { type ExportScope, sessionIdsOf } from './export-scope.ts';
import { createExportState } from './export-state.ts';
import { FormatField } from './FormatField.tsx';
import { LevelFields } from './LevelFields.tsx';
import { openRawReport } from './raw-report.ts';
import { ScopeFields } from './ScopeFields.tsx';

interface Props {
  readonly version: string;
  /** Page loads that were chosen elsewhere, to begin with; null: none were. */
  readonly chosen: ExportScope | null;
  onClose(): void;
}

/** Asks what to export, in which format and how much of it to give away, and saves it. What is under way ends with it. */
export function ExportForm({ version, chosen, onClose }: Props) {
  const { source, memory, terms, session, current } = usePanel();
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
  const hasScope = sessionIdsOf(scope.value).length > 0;

  useEffect(() => state.cancel, [state]);

  async function save(event: Event): Promise<void> {
    event.preventDefault();
    await state.save(format.value, level.value);
    // Each raw export is asked for anew.
    isRawMeant.value = false;
  }

  return (
    <form class="dialog-form" onSubmit={save} onChange={state.forget} data-testid="export-form">
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
        <FormatField format={format} />
        <LevelFields level={level} isRawMeant={isRawMeant} />
      </fieldset>
      <ExportStatus phase={state.phase.value} />
      <ExportActions
        isBusy={isBusy.value}
        isReady={hasScope && (level.value !== 'raw' || isRawMeant.value)}
        onPreview={level.value !== 'raw' && hasScope ? () => void state.preview(level.value) : null}
        onCancel={state.cancel}
        onClose={onClose}
      />
    </form>
  );
}
