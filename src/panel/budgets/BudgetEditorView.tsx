import { ToneLabel } from '../components/ToneLabel.tsx';
import { BudgetForm } from './BudgetForm.tsx';
import type { BudgetEditor, EditorMessage } from './budget-editor.ts';
import { EditorActions } from './EditorActions.tsx';
import type { EditedPage } from './edited-page.ts';
import { JsonEditor } from './JsonEditor.tsx';

interface Props {
  readonly editor: BudgetEditor;
  readonly page: EditedPage | null;
}

/** The budgets to be read and changed. Nothing applies before it is saved. */
export function BudgetEditorView({ editor, page }: Props) {
  const text = editor.text.value;
  return (
    <div class="budget-editor" data-testid="budget-editor" data-dirty={editor.isDirty.value}>
      <EditorActions editor={editor} />
      <Message message={editor.message.value} />
      {text === null ? (
        <BudgetForm editor={editor} page={page} />
      ) : (
        <JsonEditor text={text} problems={editor.textProblems.value} onInput={editor.editText} />
      )}
    </div>
  );
}

function Message({ message }: { readonly message: EditorMessage | null }) {
  return (
    <div role="status" data-testid="editor-message">
      {message && (
        <>
          <ToneLabel tone={message.tone} text={message.text} />
          {message.details.length > 0 && (
            <ul class="editor-details">
              {message.details.map((detail) => (
                <li key={detail}>{detail}</li>
              ))}
            </ul>
          )}
        </>
      )}
    </div>
  );
}
