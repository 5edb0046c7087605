import type { Frame } from 'puppeteer';
import { pressButton } from './press-button.ts';

/** Writes budgets as JSON in the editor of the view that is open, and saves them. */
export async function writeBudgets(panel: Frame, budgets: readonly object[]): Promise<void> {
  if ((await panel.$('textarea[aria-label="Budgets as JSON"]')) === null) await pressButton(panel, 'Edit as JSON');
  const area = await panel.waitForSelector('textarea[aria-label="Budgets as JSON"]');
  await area?.evaluate(
    (node, text) => {
      (node as HTMLTextAreaElement).value = text;
      node.dispatchEvent(new Event('input', { bubbles: true }));
    },
    JSON.stringify({ version: 1, budgets }),
  );
  await pressButton(panel, 'Save');
  await panel.waitForSelector('::-p-text(Saved. Every page)');
}
