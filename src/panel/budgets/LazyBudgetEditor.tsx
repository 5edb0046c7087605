import { useEffect, useState } from 'preact/hooks';
import type { BudgetSettings } from '../budget-settings.ts';
import type { BudgetEditor } from './budget-editor.ts';
import type { EditedPage } from './edited-page.ts';

interface Props {
  readonly settings: BudgetSettings;
  readonly page: EditedPage | null;
}

interface Loaded {
  readonly editor: BudgetEditor;
  readonly View: typeof import('./BudgetEditorView.tsx').BudgetEditorView;
}

/** What is being typed outlives a look at another view, for as long as the panel is open. */
const editors = new WeakMap<BudgetSettings, BudgetEditor>();

/** The editor, whose code is loaded when it is first shown. */
export function LazyBudgetEditor({ settings, page }: Props) {
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const [failure, setFailure] = useState<string | null>(null);

  useEffect(() => {
    Promise.all([import('./BudgetEditorView.tsx'), import('./budget-editor.ts')]).then(
      ([{ BudgetEditorView }, { createBudgetEditor }]) => {
        const editor = editors.get(settings) ?? createBudgetEditor(settings);
        editors.set(settings, editor);
        setLoaded({ editor, View: BudgetEditorView });
      },
      (error: unknown) => setFailure(error instanceof Error ? error.message : String(error)),
    );
  }, [settings]);

  if (failure !== null) return <p role="alert">The editor could not be loaded: {failure}. Open the panel again.</p>;
  return loaded ? <loaded.View editor={loaded.editor} page={page} /> : <p class="muted late">Loading the editor…</p>;
}
