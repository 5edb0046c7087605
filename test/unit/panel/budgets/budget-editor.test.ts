import { expect, test } from 'vitest';
import { createTransientBudgets } from '../../../../src/panel/budget-settings.ts';
import { type BudgetEditor, createBudgetEditor } from '../../../../src/panel/budgets/budget-editor.ts';
import type { DraftBudget } from '../../../../src/panel/budgets/draft.ts';
import { budget } from '../../../fixtures/builders/budgets.ts';

async function open() {
  const settings = createTransientBudgets();
  await settings.save([budget()]);
  return { settings, editor: createBudgetEditor(settings) };
}

function rename(editor: BudgetEditor, name: string): void {
  editor.edit((all) => all.map((one): DraftBudget => ({ ...one, name })), 'name');
}

const names = (editor: BudgetEditor) => editor.draft.value.map(({ name }) => name);

test('nothing applies before it is saved', async () => {
  const { settings, editor } = await open();
  expect(editor.isDirty.value).toBe(false);
  rename(editor, 'Kiosk');
  expect(editor.isDirty.value).toBe(true);
  expect(settings.budgets.value[0]?.name).toBe('Shop');
  await editor.save();
  expect(settings.budgets.value[0]?.name).toBe('Kiosk');
  expect(editor.isDirty.value).toBe(false);
});

test('what is wrong cannot be saved', async () => {
  const { settings, editor } = await open();
  rename(editor, '');
  expect(editor.isValid.value).toBe(false);
  await editor.save();
  expect(settings.budgets.value).toEqual([budget()]);
});

test('typing in one field is one step of undo, also past a save', async () => {
  const { editor } = await open();
  for (const name of ['K', 'Ki', 'Kiosk']) rename(editor, name);
  editor.edit((all) => [...all, ...all.map((one) => ({ ...one, id: -1, name: 'Second' }))]);
  await editor.save();
  expect(names(editor)).toEqual(['Kiosk', 'Second']);
  editor.undo();
  expect(names(editor)).toEqual(['Kiosk']);
  editor.undo();
  expect(names(editor)).toEqual(['Shop']);
  expect(editor.canUndo.value).toBe(false);
});

test('the text says what is wrong with it by line, and does not become a form before it is mended', async () => {
  const { editor } = await open();
  editor.showText(true);
  const text = editor.text.value ?? '';
  editor.editText(text.replace('"LCP"', '"LPC"'));
  expect(editor.textProblems.value).toMatchObject([{ line: 9, path: ['budgets', 0, 'limits', 0, 'metric'] }]);
  editor.showText(false);
  expect(editor.text.value).not.toBeNull();
  editor.editText(text.replace('"Shop"', '"Kiosk"'));
  editor.showText(false);
  expect(editor.text.value).toBeNull();
  expect(names(editor)).toEqual(['Kiosk']);
  editor.undo();
  expect(names(editor)).toEqual(['Shop']);
});

test('a file of another format is taken, with what it could not bring; a broken one is not', async () => {
  const { editor } = await open();
  editor.importText('{ "budget": { "timings": { "loadEventEnd": 4000, "firstPaint": 1000 } } }');
  expect(names(editor)).toEqual(['All pages']);
  expect(editor.message.value).toMatchObject({
    tone: 'warn',
    details: [expect.stringContaining('timings.firstPaint')],
  });
  editor.importText('[{ "timing": [] }]');
  expect(names(editor)).toEqual(['All pages']);
  expect(editor.message.value).toMatchObject({
    tone: 'error',
    text: 'The file was not taken (read as Lighthouse budget.json).',
    details: [expect.stringMatching(/^Line 1, column 14: "timing" is not known/)],
  });
  editor.undo();
  expect(names(editor)).toEqual(['Shop']);
});

test('an export says what has no place in the format', async () => {
  const { editor } = await open();
  expect(JSON.parse(editor.exportAs('lighthouse'))).toEqual([
    { timings: [{ metric: 'largest-contentful-paint', budget: 4000 }] },
  ]);
  expect(editor.message.value?.details).toEqual(['"Shop": LCP warn is left out: budget.json has one level.']);
});

test('a change from elsewhere is shown, unless something is being typed', async () => {
  const { settings, editor } = await open();
  await settings.save([budget({ name: 'Elsewhere' })]);
  expect(names(editor)).toEqual(['Elsewhere']);
  rename(editor, 'Typed');
  await settings.save([budget({ name: 'Again' })]);
  expect(names(editor)).toEqual(['Typed']);
  editor.discard();
  expect(names(editor)).toEqual(['Again']);
});
