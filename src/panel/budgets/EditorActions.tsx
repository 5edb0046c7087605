import { useRef } from 'preact/hooks';
import { BUDGET_FORMATS, type BudgetFormat, FORMAT_NAMES } from '../../analysis/budgets/files/budget-file.ts';
import { downloadText } from '../../report/download.ts';
import { Menu } from '../components/Menu.tsx';
import type { BudgetEditor } from './budget-editor.ts';

/** What can be done with the budgets as a whole: save, undo, the other way of editing, files. */
export function EditorActions({ editor }: { readonly editor: BudgetEditor }) {
  const isText = editor.text.value !== null;
  const isValid = editor.isValid.value;
  return (
    <div class="editor-actions">
      <button
        type="button"
        class="button"
        data-testid="save-budgets"
        disabled={!isValid || !editor.isDirty.value}
        onClick={() => void editor.save()}
      >
        Save
      </button>
      <button type="button" class="button" disabled={!editor.canUndo.value} onClick={editor.undo}>
        Undo
      </button>
      <button type="button" class="button" disabled={!editor.isDirty.value} onClick={editor.discard}>
        Discard changes
      </button>
      <button
        type="button"
        class="button"
        aria-pressed={isText}
        disabled={isText && !isValid}
        title={isText && !isValid ? 'Mend the text first' : undefined}
        onClick={() => editor.showText(!isText)}
      >
        {isText ? 'Edit as a form' : 'Edit as JSON'}
      </button>
      <ImportButton onText={editor.importText} />
      <ExportMenu
        disabled={!isValid}
        onExport={(format) => downloadText(FORMAT_NAMES[format].file, 'application/json', editor.exportAs(format))}
      />
    </div>
  );
}

function ImportButton({ onText }: { onText(text: string): void }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button
        type="button"
        class="button"
        title="Takes vitalog.budgets.json, Lighthouse's budget.json, Lighthouse CI assertions and sitespeed.io budgets"
        onClick={() => input.current?.click()}
      >
        Import…
      </button>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        hidden
        data-testid="import-file"
        onChange={async ({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          if (file) onText(await file.text());
          // The same file may be chosen again after it was mended.
          currentTarget.value = '';
        }}
      />
    </>
  );
}

function ExportMenu({ disabled, onExport }: { readonly disabled: boolean; onExport(format: BudgetFormat): void }) {
  return (
    <Menu label="Export as…" testId="export-budgets" width={220} disabled={disabled}>
      <ul class="menu-items">
        {BUDGET_FORMATS.map((format) => (
          <li key={format}>
            <button
              type="button"
              class="text-button"
              onClick={({ currentTarget }) => {
                onExport(format);
                currentTarget.closest<HTMLElement>('[popover]')?.hidePopover();
              }}
            >
              {FORMAT_NAMES[format].title}
            </button>
          </li>
        ))}
      </ul>
    </Menu>
  );
}
