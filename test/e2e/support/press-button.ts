import type { Frame } from 'puppeteer';

/** Presses a button by what it says or is labelled. Not by its role: Firefox's protocol knows no roles in a panel. */
export async function pressButton(panel: Frame, name: string, within = ''): Promise<void> {
  const path = `.//button[normalize-space()="${name}" or @aria-label="${name}"]`;
  await panel.locator(`${within} ::-p-xpath(${path})`.trim()).click();
}
