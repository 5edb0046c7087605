import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import {
  type BudgetFormat,
  FORMAT_NAMES,
  formatBudgetFile,
  notHeldText,
  parseBudgetFile,
} from '../../analysis/budgets/files/budget-file.ts';
import type { FileProblem } from '../../analysis/budgets/files/json-text.ts';
import type { Budget } from '../../model/budget.ts';
import type { BudgetSettings } from '../budget-settings.ts';
import { counted } from '../format.ts';
import { type CheckedDraft, checkDraft, type Draft, draftOf, fileValueOf } from './draft.ts';

/** Steps back that are kept. */
const MAX_UNDO = 100;

/** What the editor says of the last import, export or save. */
export interface EditorMessage {
  readonly tone: 'good' | 'warn' | 'error';
  readonly text: string;
  readonly details: readonly string[];
}

/** The budgets while they are edited, as a form or as the text of their file. */
export interface BudgetEditor {
  readonly draft: ReadonlySignal<Draft>;
  /** The text of the file while that is edited; null in the form. */
  readonly text: ReadonlySignal<string | null>;
  readonly checked: ReadonlySignal<CheckedDraft>;
  /** What is wrong with the text. */
  readonly textProblems: ReadonlySignal<readonly FileProblem[]>;
  readonly isDirty: ReadonlySignal<boolean>;
  readonly isValid: ReadonlySignal<boolean>;
  readonly canUndo: ReadonlySignal<boolean>;
  readonly message: ReadonlySignal<EditorMessage | null>;
  /** Changes the form. Changes in a row with the same `field` are one step of undo. */
  edit(change: (draft: Draft) => Draft, field?: string): void;
  editText(text: string): void;
  undo(): void;
  /** Goes on in the other way of editing; from a text with problems there is no way to the form. */
  showText(isText: boolean): void;
  /** Takes a file of any format in the place of the draft, or says what is wrong with it. */
  importText(text: string): void;
  /** The draft as a file. */
  exportAs(format: BudgetFormat): string;
  save(): Promise<void>;
  discard(): void;
  dispose(): void;
}

export function createBudgetEditor(settings: BudgetSettings): BudgetEditor {
  const draft = signal(draftOf(settings.budgets.value));
  const text = signal<string | null>(null);
  const message = signal<EditorMessage | null>(null);
  const undos = signal<readonly Draft[]>([]);
  let lastField: string | undefined;
  const parsed = computed(() => (text.value === null ? null : parseBudgetFile(text.value)));
  const checked = computed(() => {
    if (parsed.value === null) return checkDraft(draft.value);
    return { budgets: parsed.value.budgets, problems: new Map<string, string>() };
  });
  const textProblems = computed(() => parsed.value?.problems ?? []);
  const isValid = computed(() => checked.value.problems.size === 0 && textProblems.value.length === 0);
  const isDirty = computed(() => !isValid.value || fileOf(checked.value.budgets) !== fileOf(settings.budgets.value));

  function remember(field: string | undefined): void {
    if (field === undefined || field !== lastField) undos.value = [...undos.value, draft.value].slice(-MAX_UNDO);
    lastField = field;
    message.value = null;
  }

  function replace(budgets: readonly Budget[]): void {
    remember(undefined);
    draft.value = draftOf(budgets);
    if (text.value !== null) text.value = fileOf(budgets);
  }

  // Changed elsewhere, in the options or by another panel: what is being typed here is not thrown away.
  let known = settings.budgets.value;
  const stop = effect(() => {
    const stored = settings.budgets.value;
    if (stored === known) return;
    const wasClean = fileOf(checked.peek().budgets) === fileOf(known) && isValid.peek();
    known = stored;
    if (!wasClean || fileOf(checked.peek().budgets) === fileOf(stored)) return;
    draft.value = draftOf(stored);
    if (text.peek() !== null) text.value = fileOf(stored);
  });

  return {
    draft,
    text,
    checked,
    textProblems,
    isDirty,
    isValid,
    message,
    canUndo: computed(() => undos.value.length > 0),
    edit(change, field) {
      remember(field);
      draft.value = change(draft.value);
    },
    editText(changed) {
      message.value = null;
      text.value = changed;
    },
    undo() {
      const last = undos.value.at(-1);
      if (last === undefined) return;
      undos.value = undos.value.slice(0, -1);
      lastField = undefined;
      message.value = null;
      draft.value = last;
      if (text.value !== null) text.value = textOf(last);
    },
    showText(isText) {
      if (isText) text.value = textOf(draft.value);
      else if (isValid.value) {
        const { budgets } = checked.value;
        if (fileOf(budgets) !== textOf(draft.value)) {
          remember(undefined);
          draft.value = draftOf(budgets);
        }
        text.value = null;
      }
    },
    importText(file) {
      const { format, budgets, notHeld, problems } = parseBudgetFile(file.replace(/^\uFEFF/, ''));
      const { title } = FORMAT_NAMES[format];
      if (problems.length > 0) {
        const details = problems.map(({ line, column, message: said }) => `Line ${line}, column ${column}: ${said}`);
        message.value = { tone: 'error', text: `The file was not taken (read as ${title}).`, details };
        return;
      }
      replace(budgets);
      const count = counted(budgets.length, 'budget');
      const tone = notHeld.length > 0 ? 'warn' : 'good';
      message.value = { tone, text: `${count} read (${title}). Save to apply.`, details: notHeld.map(notHeldText) };
    },
    exportAs(format) {
      const file = formatBudgetFile(checked.value.budgets, format);
      const { title } = FORMAT_NAMES[format];
      const tone = file.notHeld.length > 0 ? 'warn' : 'good';
      message.value = { tone, text: `Written as ${title}.`, details: file.notHeld.map(notHeldText) };
      return file.text;
    },
    async save() {
      if (!isValid.value) return;
      try {
        await settings.save(checked.value.budgets);
        message.value = { tone: 'good', text: 'Saved. Every page is judged by these budgets now.', details: [] };
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        message.value = { tone: 'error', text: `The budgets were not saved: ${reason}. Try again.`, details: [] };
      }
    },
    discard: () => replace(settings.budgets.value),
    dispose: stop,
  };
}

function fileOf(budgets: readonly Budget[]): string {
  return formatBudgetFile(budgets, 'vitalog').text;
}

/** The file of a draft; as it was typed while something is wrong with it. */
function textOf(draft: Draft): string {
  const { budgets, problems } = checkDraft(draft);
  return problems.size === 0 ? fileOf(budgets) : `${JSON.stringify(fileValueOf(draft), null, 2)}\n`;
}
