import type { Frame } from 'puppeteer';

/** Chooses an option of a select by the arrow keys, as a user does without a mouse. */
export async function chooseOption(frame: Frame, selector: string, value: string): Promise<void> {
  const select = await frame.waitForSelector(selector);
  const values =
    (await select?.evaluate((node) => [...(node as HTMLSelectElement).options].map((own) => own.value))) ?? [];
  const index = values.indexOf(value);
  if (index < 0) throw new Error(`${selector} offers no ${value}, but ${values.join(', ')}.`);
  await select?.focus();
  const { keyboard } = frame.page();
  await keyboard.press('Home');
  for (let step = 0; step < index; step += 1) await keyboard.press('ArrowDown');
  await frame.waitForFunction(
    (node, wanted) => node instanceof HTMLSelectElement && node.value === wanted,
    {},
    select,
    value,
  );
}
