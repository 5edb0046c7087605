import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Frame } from 'puppeteer';
import { savedFile } from '../../support/export-session.ts';
import { pressButton } from '../../support/press-button.ts';

/** Exports the session by the panel's form, in a Firefox that saves into this folder; takes the file out of it. */
export async function saveSession(folder: string, panel: Frame): Promise<string> {
  await pressButton(panel, 'Export…');
  await panel.locator('[data-testid="export-save"]:not(:disabled)').click();
  const file = path.join(folder, await savedFile(folder));
  const text = await readFile(file, 'utf8');
  await rm(file);
  await pressButton(panel, 'Close', '[data-testid="export-form"]');
  await panel.waitForSelector('[data-testid="export-form"]', { hidden: true });
  return text;
}
